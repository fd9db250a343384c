using System.Globalization;
using System.Runtime.InteropServices;

namespace KamtibmasPortal.News.Stories;

/// <summary>Which one of a row a report speaks of: the eighth day of an operation, the third edition, the month of a tally.</summary>
/// <param name="Of">Hash of what is counted.</param>
/// <param name="Number">Which one.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct StoryEdition(uint Of, int Number);

/// <summary>Reads what tells the parts of a row apart: offices print the same sentences about each of them.</summary>
internal static class StoryEditions
{
    private const int Limit = 8;

    private static readonly string[] Months =
        ["januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november", "desember"];

    public static List<StoryEdition> Find(List<StoryWord> words)
    {
        var found = new List<StoryEdition>();
        for (var i = 1; i < words.Count && found.Count < Limit; i++)
        {
            if (words[i - 1].Key is "hari" or "pekan" or "minggu" or "edisi" or "tahap" or "gelombang" or "putaran" or "kloter" or "seri" && Ordinal(words, i) is { } number)
            {
                found.Add(new StoryEdition((uint)StoryHash.Of(words[i - 1].Key), number));
            }
            else if (words[i].IsCapital && Array.IndexOf(Months, words[i].Key) is >= 0 and var month && IsWholeMonth(words, i))
            {
                found.Add(new StoryEdition((uint)StoryHash.Of("bulan"), month));
            }
        }

        return [.. found.Distinct()];
    }

    /// <summary>1 when both name the same part of one row, -1 when each names another, else 0.</summary>
    public static int Compare(StoryEdition[] first, StoryEdition[] second)
    {
        var answer = 0;
        foreach (var edition in first)
        {
            if (Array.IndexOf(second, edition) >= 0)
            {
                return 1;
            }

            answer = Array.Exists(second, e => e.Of == edition.Of) ? -1 : answer;
        }

        return answer;
    }

    /// <summary>"selama Oktober 2025", "Januari hingga Februari", "Rekap Oktober": the month itself is meant, not a day in it.</summary>
    private static bool IsWholeMonth(List<StoryWord> words, int at) =>
        !words[at - 1].IsNumber && words[at - 1].Key is "selama" or "sepanjang" or "bulan" or "hingga" or "sampai" or "rekap" or "pengungkapan" or "periode" or "sejak";

    /// <summary>"kedelapan", "ke-8", "ke 8".</summary>
    private static int? Ordinal(List<StoryWord> words, int at)
    {
        var word = words[at].Key;
        if (word == "ke" && at + 1 < words.Count && words[at + 1].IsNumber && int.TryParse(words[at + 1].Key, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return word switch
        {
            "pertama" or "perdana" => 1,
            "kedua" => 2,
            "ketiga" => 3,
            "keempat" => 4,
            "kelima" => 5,
            "keenam" => 6,
            "ketujuh" => 7,
            "kedelapan" => 8,
            "kesembilan" => 9,
            "kesepuluh" => 10,
            "kesebelas" => 11,
            _ => null,
        };
    }
}
