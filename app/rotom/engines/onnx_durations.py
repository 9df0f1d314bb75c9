"""Makes a Piper voice tell how long its phonemes are, which it computes but keeps to itself.

An ONNX file is a protocol buffer, and a message that is there twice is merged: so a second graph
behind the first, with one output in it, adds that output to the model.
"""

from collections.abc import Iterator

# Field numbers of onnx.proto.
_MODEL_GRAPH = 7
_GRAPH_NODE, _GRAPH_OUTPUT = 1, 12
_NODE_OUTPUT, _NODE_OPERATOR = 2, 4
_VALUE_NAME = 1

_VARINT, _EIGHT_BYTES, _BYTES, _FOUR_BYTES = 0, 1, 2, 5


def with_durations(model: bytes) -> bytes:
    """The model with the lengths of its phonemes, in frames, as second output.

    Those are what its one Ceil node computes (piper's own patch takes the same). A model that has
    two outputs already, or none or several of such nodes, is returned as it is.
    """
    try:
        graphs = [part for field, part in _fields(memoryview(model)) if field == _MODEL_GRAPH]
        parts = [found for graph in graphs for found in _fields(graph)]
        outputs = [part for field, part in parts if field == _GRAPH_OUTPUT]
        lengths = [
            name
            for field, node in parts
            if field == _GRAPH_NODE and (name := _ceil_output(node)) is not None
        ]
    except (IndexError, ValueError):
        return model
    if len(outputs) != 1 or len(lengths) != 1:
        return model
    value = _message(_VALUE_NAME, lengths[0])
    return model + _message(_MODEL_GRAPH, _message(_GRAPH_OUTPUT, value))


def _ceil_output(node: memoryview) -> bytes | None:
    parts = dict(_fields(node))
    if bytes(parts.get(_NODE_OPERATOR, b"")) != b"Ceil" or _NODE_OUTPUT not in parts:
        return None
    return bytes(parts[_NODE_OUTPUT])


def _fields(message: memoryview) -> Iterator[tuple[int, memoryview]]:
    """The fields of a message that are messages or strings themselves."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        kind = key & 7
        if kind == _VARINT:
            _, at = _varint(message, at)
        elif kind == _BYTES:
            length, at = _varint(message, at)
            if at + length > len(message):
                raise ValueError("the message is cut off")
            yield key >> 3, message[at : at + length]
            at += length
        elif kind in (_EIGHT_BYTES, _FOUR_BYTES):
            at += 8 if kind == _EIGHT_BYTES else 4
        else:
            raise ValueError(f"no such wire type: {kind}")


def _varint(message: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if not byte & 0x80:
            return value, at


def _message(field: int, content: bytes) -> bytes:
    length, size = len(content), b""
    while length > 0x7F:
        size += bytes([length & 0x7F | 0x80])
        length >>= 7
    return bytes([field << 3 | _BYTES]) + size + bytes([length]) + content
