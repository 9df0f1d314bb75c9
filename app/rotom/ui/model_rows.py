"""A model as the window shows it: what stays the same of it, and how it is with it now."""

from rotom.app import App
from rotom.domain.catalog import Kind, Model
from rotom.domain.wording import worded
from rotom.ui.amounts import size
from rotom.ui.tongue import shown


def row_of(app: App, model: Model) -> dict[str, object]:
    """What a card says of a model."""
    return {
        "id": model.id,
        "title": model.title,
        "help": model.good_for[app.interface_language],
        "size": shown(
            worded(
                "{size}, {gb:.1f} GB of memory", size=size(model.bytes), gb=model.memory_mb / 1000
            )
        ),
        "licence": model.licence.name,
        "licenceUrl": model.licence.url,
        "asks": model.licence.must_be_accepted,
        "attribution": model.attribution,
        "elsewhere": shown(app.models.offered(model)),
    }


def state_of(app: App, model: Model, doing: str) -> dict[str, object]:
    """Whether it is `here`, `used`, `partly` here; `doing` is "waiting", "fetching" or ""."""
    holding = app.models.holding(model)
    return {
        "here": holding.is_whole,
        "used": app.uses(model),
        "partly": not holding.is_whole and holding.bytes > 0,
        "doing": doing,
    }


def suggested(app: App) -> list[Model]:
    """What suits and is not here, one of each kind, where no licence asks for a yes."""
    advised = [app.advice(kind).model for kind in Kind]
    return [
        model
        for model in advised
        if model and not model.licence.must_be_accepted and not app.models.holding(model).is_whole
    ]
