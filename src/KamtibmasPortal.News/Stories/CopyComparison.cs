using System.Runtime.InteropServices;

namespace KamtibmasPortal.News.Stories;

/// <summary>How two articles of one event hang together.</summary>
public enum StoryRelation
{
    /// <summary>Own words: two reports.</summary>
    Independent,

    /// <summary>One was written from the other: quotations and phrases stand, sentences were turned.</summary>
    Reworked,

    /// <summary>One release, trimmed, retitled, reordered or with quotations added.</summary>
    Reprint,

    /// <summary>The same words, title included.</summary>
    Identical,
}

/// <summary>What two texts share.</summary>
/// <param name="Relation">What that makes of them if they tell of one event.</param>
/// <param name="OfFirst">Share of the first one's runs that stand in the other, 0 to 1.</param>
/// <param name="OfSecond">Share of the second one's runs that stand in the first, 0 to 1.</param>
/// <param name="Runs">Runs of four words in common.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CopyComparison(StoryRelation Relation, double OfFirst, double OfSecond, int Runs)
{
    /// <summary>Trimming, reordering and a quotation more leave above half of the shorter text; turned sentences far less.</summary>
    private const double ReprintShare = 0.5;

    /// <summary>Two reports share offices, places and laws: up to a tenth of their runs.</summary>
    private const double ReworkedShare = 0.11;

    /// <summary>Share of the shorter text's runs.</summary>
    public double Share => Math.Max(OfFirst, OfSecond);

    public static CopyComparison Of(StoryProfile first, StoryProfile second)
    {
        if (first.Runs.Length == 0 || second.Runs.Length == 0)
        {
            return default;
        }

        var shared = Shingles.Shared(first.Runs, second.Runs);
        var ofFirst = (double)shared / first.Runs.Length;
        var ofSecond = (double)shared / second.Runs.Length;
        var share = Math.Max(ofFirst, ofSecond);
        var relation = first.TextHash == second.TextHash ? StoryRelation.Identical
            : share >= ReprintShare ? StoryRelation.Reprint
            : share >= ReworkedShare ? StoryRelation.Reworked
            : StoryRelation.Independent;
        return new CopyComparison(relation, ofFirst, ofSecond, shared);
    }
}
