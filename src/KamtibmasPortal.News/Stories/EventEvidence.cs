using System.Runtime.InteropServices;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Stories;

public enum DayAgreement
{
    /// <summary>Nothing to tell.</summary>
    Unknown,

    /// <summary>Both name one day.</summary>
    Same,

    /// <summary>One names none and came out when the other's day was news.</summary>
    Fitting,

    /// <summary>A day apart, and one of them gives the weekday alone.</summary>
    Near,

    /// <summary>Each names other days.</summary>
    Apart,
}

/// <summary>What speaks for and against two articles telling of one event. The same whichever of them comes first.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EventEvidence
{
    /// <summary>A text of a few words has too little in it to be known by.</summary>
    private const double LeastMatter = 10;

    /// <summary>Weight of what both say, over the smaller one's whole weight: 0 to 1.</summary>
    public double MatterShare { get; init; }

    /// <summary>Weight of the words and names that both say.</summary>
    public double SharedWords { get; init; }

    /// <summary>Weight of the numbers with units that both give.</summary>
    public double SharedNumbers { get; init; }

    /// <summary>Weight of the numbers in common over the smaller one's, 1 when one gives none.</summary>
    public double NumberShare { get; init; }

    public DayAgreement Days { get; init; }

    /// <summary>Days between the two publications; 0 when one is unknown.</summary>
    public int Distance { get; init; }

    /// <summary>1 the same part of a row (day of an operation, month of a tally), -1 other parts of it, else 0.</summary>
    public int Editions { get; init; }

    /// <summary>1 a measure or a person's age in common, -1 measures of one sort that differ, else 0.</summary>
    public int Figures { get; init; }

    /// <summary>What their texts share.</summary>
    public CopyComparison Copy { get; init; }

    /// <summary>1 one district or village in common, -1 districts apart, -2 regencies or provinces apart, 0 nothing to tell.</summary>
    public int Places { get; init; }

    /// <summary>1 an agency in common, -1 two different sector offices, else 0.</summary>
    public int Agencies { get; init; }

    /// <summary>1 a topic in common, -1 topics apart, 0 when one has none.</summary>
    public int Topics { get; init; }

    public static EventEvidence Of(StoryProfile first, StoryProfile second)
    {
        var (words, numbers) = SharedMarks(first.Marks, second.Marks);
        return new EventEvidence
        {
            MatterShare = (words + numbers) / Math.Max(LeastMatter, Math.Min(first.MatterWeight, second.MatterWeight)),
            SharedWords = words,
            SharedNumbers = numbers,
            NumberShare = Math.Min(first.NumberWeight, second.NumberWeight) is > 0 and var least ? numbers / least : 1,
            Days = CompareDays(first, second),
            Distance = first.PublishedDay is { } a && second.PublishedDay is { } b ? Math.Abs(a - b) : 0,
            Editions = StoryEditions.Compare(first.Editions, second.Editions),
            Figures = StoryFigures.Compare(first.Figures, second.Figures),
            Copy = CopyComparison.Of(first, second),
            Places = ComparePlaces(first.Regions, second.Regions),
            Agencies = CompareAgencies(first.Agencies, second.Agencies),
            Topics = first.Topics.Count == 0 || second.Topics.Count == 0 ? 0 : first.Topics.Intersect(second.Topics).Any() ? 1 : -1,
        };
    }

    private static (double Words, double Numbers) SharedMarks(StoryMark[] first, StoryMark[] second)
    {
        double words = 0, numbers = 0;
        for (int i = 0, j = 0; i < first.Length && j < second.Length;)
        {
            var order = first[i].Hash.CompareTo(second[j].Hash);
            if (order == 0)
            {
                var weight = Math.Min(first[i].Weight, second[j].Weight) / 100.0;
                if (first[i].Kind is MarkKind.Number)
                {
                    numbers += weight;
                }
                else
                {
                    words += weight;
                }
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return (words, numbers);
    }

    private static DayAgreement CompareDays(StoryProfile first, StoryProfile second)
    {
        if (first.Days.Length == 0 || second.Days.Length == 0)
        {
            // A report that names no day speaks of the one before its own.
            int[] days = [.. first.Days.Concat(second.Days).Select(d => d.Number)];
            return (first.Days.Length == 0 ? first : second).PublishedDay is { } silent && days.Length > 0
                ? Array.Exists(days, d => silent - d is >= 0 and <= 4) ? DayAgreement.Fitting : DayAgreement.Apart
                : DayAgreement.Unknown;
        }

        var answer = DayAgreement.Apart;
        foreach (var a in first.Days)
        {
            foreach (var b in second.Days)
            {
                if (a.Number == b.Number)
                {
                    return DayAgreement.Same;
                }

                // A weekday alone is easily a day off: "Selasa, sehari sesudah ..." or past midnight.
                answer = Math.Abs(a.Number - b.Number) == 1 && !(a.IsPrinted && b.IsPrinted) ? DayAgreement.Near : answer;
            }
        }

        return answer;
    }

    private static int ComparePlaces(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        if (first.Count == 0 || second.Count == 0)
        {
            return 0;
        }

        var related = false;
        foreach (var a in first)
        {
            foreach (var b in second)
            {
                if (!Region.Contains(a, b) && !Region.Contains(b, a))
                {
                    continue;
                }

                if (Math.Min(a.Length, b.Length) > 5)
                {
                    return 1;
                }

                related = true;
            }
        }

        if (related)
        {
            return 0;
        }

        return first.Any(a => a.Length >= 5 && second.Any(b => b.Length >= 5 && a[..5] == b[..5])) ? -1 : -2;
    }

    private static int CompareAgencies(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        if (first.Intersect(second).Any())
        {
            return 1;
        }

        return first.Any(IsSector) && second.Any(IsSector) ? -1 : 0;
    }

    private static bool IsSector(string slug) => slug.StartsWith("polsek-", StringComparison.Ordinal) || slug.StartsWith("koramil-", StringComparison.Ordinal);
}
