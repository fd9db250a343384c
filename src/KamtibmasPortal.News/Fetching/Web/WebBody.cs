using System.Buffers;
using System.IO.Compression;

namespace KamtibmasPortal.News.Fetching.Web;

/// <summary>The body of an answer, unpacked within its limits.</summary>
internal static class WebBody
{
    /// <summary>Pages pack to a tenth, at best to a hundredth; what is smaller is a bomb.</summary>
    private const int MostUnpackedPerByte = 200;

    /// <summary>Below this the ratio does not matter.</summary>
    private const int FreeSize = 1024 * 1024;

    private const int FirstBuffer = 131_072;

    /// <summary>Null when the body is too large, or unpacks to far more than was sent.</summary>
    public static async Task<byte[]?> ReadAsync(HttpResponseMessage response, int sizeLimit, CancellationToken cancellation)
    {
        await using var raw = new CountingStream(await response.Content.ReadAsStreamAsync(cancellation));
        await using var plain = Unpacked(raw, response.Content.Headers.ContentEncoding);
        if (plain is null)
        {
            throw new InvalidDataException($"unknown content encoding {string.Join(", ", response.Content.Headers.ContentEncoding)}");
        }

        // Rented: pages are large enough to weigh on the collector, and only the last copy stays.
        var body = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var length = 0;
            int read;
            while ((read = await plain.ReadAsync(body.AsMemory(length), cancellation)) > 0)
            {
                length += read;
                if (length > sizeLimit || (plain != raw && length > FreeSize && length / MostUnpackedPerByte > raw.Count))
                {
                    return null;
                }

                body = length < body.Length ? body : Grown(body);
            }

            return body[..length];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    private static byte[] Grown(byte[] body)
    {
        var larger = ArrayPool<byte>.Shared.Rent(body.Length * 2);
        body.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(body);
        return larger;
    }

    /// <summary>Null for an encoding that was not asked for and is not known.</summary>
    private static Stream? Unpacked(CountingStream raw, ICollection<string> encodings) => encodings switch
    {
        { Count: 0 } => raw,
        { Count: > 1 } => null,
        _ => encodings.First().ToUpperInvariant() switch
        {
            "GZIP" or "X-GZIP" => new GZipStream(raw, CompressionMode.Decompress),
            "BR" => new BrotliStream(raw, CompressionMode.Decompress),
            "DEFLATE" => new ZLibStream(raw, CompressionMode.Decompress),
            "IDENTITY" or "NONE" or "UTF-8" => raw,
            _ => null,
        },
    };

    private sealed class CountingStream(Stream inner) : Stream
    {
        public long Count { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            Count += read;
            return read;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Count += read;
            return read;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
