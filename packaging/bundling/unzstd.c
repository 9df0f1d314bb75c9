/* Unpacks what zstd packed, from standard input to standard output: carried by the installer. */
#include <stdio.h>
#include <stdlib.h>
#include <zstd.h>

int main(void)
{
	size_t const in_size = ZSTD_DStreamInSize(), out_size = ZSTD_DStreamOutSize();
	char *in = malloc(in_size), *out = malloc(out_size);
	ZSTD_DStream *stream = ZSTD_createDStream();
	size_t left = 0, count;
	if (!in || !out || !stream)
		return 2;
	while ((count = fread(in, 1, in_size, stdin)) > 0) {
		ZSTD_inBuffer input = { in, count, 0 };
		while (input.pos < input.size) {
			ZSTD_outBuffer output = { out, out_size, 0 };
			left = ZSTD_decompressStream(stream, &output, &input);
			if (ZSTD_isError(left)) {
				fprintf(stderr, "%s\n", ZSTD_getErrorName(left));
				return 1;
			}
			if (fwrite(out, 1, output.pos, stdout) != output.pos)
				return 2;
		}
	}
	return left || ferror(stdin) || fflush(stdout) ? 1 : 0;
}
