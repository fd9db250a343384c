using System.Runtime.InteropServices;
using System.Text;

namespace KamtibmasPortal.News.Stories;

/// <summary>A profile as the store keeps it: about 1.5 KB for a report of 250 words.</summary>
public static class StoryProfileBytes
{
    /// <summary>Another number whenever profiles of before compare wrongly with those of now.</summary>
    public const byte Version = 1;

    public static byte[] Write(StoryProfile profile)
    {
        using var stream = new MemoryStream(2_048);
        using var writer = new BinaryWriter(stream);
        writer.Write(Version);
        writer.Write(profile.PublishedDay ?? -1);
        writer.Write(profile.TextHash);
        WriteAll(writer, profile.Runs);
        WriteAll(writer, Array.ConvertAll(profile.Marks, m => m.Hash));
        writer.Write(Array.ConvertAll(profile.Marks, m => (byte)m.Kind));
        writer.Write(Array.ConvertAll(profile.Marks, m => m.Weight));
        WriteAll(writer, Array.ConvertAll(profile.Days, d => new PackedDay(d.Number, d.IsPrinted ? 1 : 0, d.Start, d.Length)));
        WriteAll(writer, profile.Editions);
        WriteAll(writer, profile.Figures);
        foreach (var keys in (ReadOnlySpan<IReadOnlyList<string>>)[profile.Regions, profile.Agencies, profile.Topics])
        {
            writer.Write(string.Join('\n', keys));
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <returns>Null when the bytes are of another version or broken: the article is to be read anew.</returns>
    public static StoryProfile? Read(byte[] bytes)
    {
        if (bytes.Length == 0 || bytes[0] != Version)
        {
            return null;
        }

        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, 1, bytes.Length - 1, writable: false));
            return Read(reader);
        }
        catch (Exception e) when (e is IOException or ArgumentException or DecoderFallbackException or FormatException)
        {
            return null;
        }
    }

    private static StoryProfile Read(BinaryReader reader)
    {
        var day = reader.ReadInt32();
        var hash = reader.ReadUInt64();
        var runs = ReadAll<uint>(reader);
        var marks = ReadAll<uint>(reader);
        var kinds = reader.ReadBytes(marks.Length);
        var weights = reader.ReadBytes(marks.Length);
        if (weights.Length != marks.Length)
        {
            throw new EndOfStreamException();
        }

        return new StoryProfile
        {
            PublishedDay = day < 0 ? null : day,
            TextHash = hash,
            Runs = runs,
            Marks = [.. marks.Select((m, i) => new StoryMark(m, (MarkKind)kinds[i], weights[i]))],
            Days = Array.ConvertAll(ReadAll<PackedDay>(reader), d => new StoryDay(d.Number, d.IsPrinted == 1, d.Start, d.Length)),
            Editions = ReadAll<StoryEdition>(reader),
            Figures = ReadAll<StoryFigure>(reader),
            Regions = ReadKeys(reader),
            Agencies = ReadKeys(reader),
            Topics = ReadKeys(reader),
        };
    }

    private static void WriteAll<T>(BinaryWriter writer, T[] values) where T : unmanaged
    {
        writer.Write7BitEncodedInt(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static T[] ReadAll<T>(BinaryReader reader) where T : unmanaged
    {
        var count = reader.Read7BitEncodedInt();
        var size = Marshal.SizeOf<T>();
        if (count < 0 || count > (reader.BaseStream.Length - reader.BaseStream.Position) / size)
        {
            throw new EndOfStreamException();
        }

        return MemoryMarshal.Cast<byte, T>(reader.ReadBytes(count * size)).ToArray();
    }

    private static string[] ReadKeys(BinaryReader reader) => reader.ReadString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct PackedDay(int Number, int IsPrinted, int Start, int Length);
}
