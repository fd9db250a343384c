using System.Buffers;
using System.IO.Compression;
using System.Numerics;
using System.Security.Cryptography;

namespace KamtibmasPortal.News.Storage;

/// <summary>
/// The bytes of a page as the archive keeps them: a mark, the first bytes of the SHA-256 of what follows, and a Brotli stream. Without
/// that sum a few bits of the stream could be turned and nobody would know, for some mean nothing to who unpacks it.
/// </summary>
public static class PackedPage
{
    // Of Brotli (RFC 7932), in bits.
    private const int NarrowestWindow = 10;
    private const int WidestWindow = 22;

    /// <summary>No Brotli stream begins with these bits (RFC 7932, section 9.1): pages packed before there was a sum are told by it.</summary>
    private const byte Mark = 0x11;

    private const int SumLength = 8;
    private const int HeadLength = 1 + SumLength;

    /// <summary>Level 1: a page packs to 0.28 of its size; level 5 reaches 0.24, for ten times the time. A window no wider than the page spares its tables.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        var room = ArrayPool<byte>.Shared.Rent(HeadLength + BrotliEncoder.GetMaxCompressedLength(bytes.Length));
        try
        {
            var window = Math.Clamp(BitOperations.Log2((uint)bytes.Length) + 1, NarrowestWindow, WidestWindow);
            if (!BrotliEncoder.TryCompress(bytes, room.AsSpan(HeadLength), out var written, quality: 1, window))
            {
                throw new InvalidDataException("the bytes could not be packed");
            }

            room[0] = Mark;
            SumOf(room.AsSpan(HeadLength, written)).CopyTo(room.AsSpan(1));
            return room[..(HeadLength + written)];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    /// <param name="packed">What <see cref="Pack"/> gave.</param>
    /// <param name="length">Of the bytes before.</param>
    /// <exception cref="InvalidDataException">They were changed.</exception>
    public static byte[] Unpack(byte[] packed, int length)
    {
        var start = 0;
        if (packed.Length > HeadLength && packed[0] == Mark)
        {
            start = HeadLength;
            if (!SumOf(packed.AsSpan(start)).SequenceEqual(packed.AsSpan(1, SumLength)))
            {
                throw new InvalidDataException("the packed bytes are not those that were written");
            }
        }

        var bytes = new byte[length];
        using var stream = new BrotliStream(new MemoryStream(packed, start, packed.Length - start), CompressionMode.Decompress);
        return stream.ReadAtLeast(bytes, length, throwOnEndOfStream: false) == length && stream.ReadByte() < 0 ? bytes : throw new InvalidDataException("the packed bytes have another length");
    }

    private static ReadOnlySpan<byte> SumOf(ReadOnlySpan<byte> stream) => SHA256.HashData(stream).AsSpan(0, SumLength);
}
