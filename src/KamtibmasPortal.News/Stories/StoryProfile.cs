using System.Runtime.InteropServices;

namespace KamtibmasPortal.News.Stories;

internal enum MarkKind : byte { Word, Name, Number }

/// <summary>Something a report says that few others do: a rare word, a name, a number with its unit.</summary>
/// <param name="Hash">What it is.</param>
/// <param name="Kind">Of which sort.</param>
/// <param name="Weight">1 to 255: how little others say it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StoryMark(uint Hash, MarkKind Kind, byte Weight);

/// <summary>An article as the matcher compares it; kept in the store, so that no text is read again.</summary>
public sealed record StoryProfile
{
    /// <summary>Day number of publication; null when unknown.</summary>
    public int? PublishedDay { get; init; }

    /// <summary>Over the words of title and body: equal for identical texts.</summary>
    internal ulong TextHash { get; init; }

    /// <summary>The runs of four words of the body, ascending.</summary>
    internal uint[] Runs { get; init; } = [];

    /// <summary>The keys under which copies find each other.</summary>
    public IReadOnlyList<long> Sketch => Shingles.SketchOf(Runs);

    /// <summary>Ascending by hash.</summary>
    internal StoryMark[] Marks
    {
        get;
        init
        {
            field = value;
            MatterWeight = value.Sum(m => m.Weight) / 100.0;
            NumberWeight = value.Where(m => m.Kind is MarkKind.Number).Sum(m => m.Weight) / 100.0;
        }
    } = [];

    /// <summary>Of all marks together.</summary>
    internal double MatterWeight { get; private init; }

    internal double NumberWeight { get; private init; }

    internal StoryEdition[] Editions { get; init; } = [];

    /// <summary>In the order of the text.</summary>
    internal StoryDay[] Days { get; init; } = [];

    internal StoryFigure[] Figures { get; init; } = [];

    /// <summary>Kemendagri codes, the primary one first.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    public IReadOnlyList<string> Agencies { get; init; } = [];
    public IReadOnlyList<string> Topics { get; init; } = [];
}
