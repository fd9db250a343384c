using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace KamtibmasPortal.News.Stories;

/// <summary>Hashes that are the same in every process and on every machine; they are stored.</summary>
internal static class StoryHash
{
    /// <param name="text">What is hashed.</param>
    /// <param name="kind">Keeps equal words of different meaning apart.</param>
    public static ulong Of(ReadOnlySpan<char> text, long kind = 0) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text), kind);

    public static ulong Of(ReadOnlySpan<ulong> parts) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(parts));
}
