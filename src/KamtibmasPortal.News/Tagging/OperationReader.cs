using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.News.Tagging;

/// <summary>Finds police operations whose byname tells the Polda that runs them: "Operasi Lilin Lodaya 2024". One without a byname is the whole country's and no unit's.</summary>
public sealed class OperationReader
{
    private const int LongestName = 3;

    private readonly Gazetteer _gazetteer;
    private readonly HashSet<string> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Agency> _bynames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _firstWords = new(StringComparer.Ordinal) { "operasi", "ops" };

    /// <param name="gazetteer">Tells bynames from places that begin with one.</param>
    /// <param name="agencies">Units by slug.</param>
    /// <param name="rows">Cells of operations.tsv: sort, name, slug.</param>
    /// <exception cref="KeyNotFoundException">A byname of a unit that is not registered.</exception>
    public OperationReader(Gazetteer gazetteer, IReadOnlyDictionary<string, Agency> agencies, IEnumerable<string[]> rows)
    {
        _gazetteer = gazetteer;
        foreach (var row in rows)
        {
            var name = Gazetteer.Squash(row[1]);
            if (row[0] == "byname")
            {
                _bynames.Add(name, agencies[row[2]]);
            }
            else
            {
                _operations.Add(name);
                _firstWords.Add(row[1].Split(' ')[0].ToLowerInvariant());
            }
        }
    }

    /// <summary>The operation that begins at a word, or null.</summary>
    internal AgencyMention? Read(TaggedText text, int at)
    {
        var tokens = text.Tokens;
        if (!_firstWords.Contains(tokens[at].Word))
        {
            return null;
        }

        var isAnnounced = tokens[at].Word is "operasi" or "ops";
        var name = isAnnounced ? SkipManner(tokens, at + 1) : at;
        return name < tokens.Count && EndOfOperation(tokens, name) is { } last && Byname(tokens, last + 1) is var (agency, to) && (isAnnounced || IsNamedByYear(tokens, to))
            ? new AgencyMention { Text = text, From = at, To = to, Kind = agency.Kind, Agency = agency, IsOperation = true }
            : null;
    }

    /// <summary>"Operasi Kepolisian Kewilayahan bersandi Zebra Candi": the words between are not its name.</summary>
    private static int SkipManner(List<Token> tokens, int at)
    {
        while (at < tokens.Count && tokens[at].Sentence == tokens[at - 1].Sentence && tokens[at].Word is "kepolisian" or "terpusat" or "kewilayahan" or "dengan" or "bersandi" or "sandi" or "bertajuk")
        {
            at++;
        }

        return at;
    }

    /// <summary>Last word of the longest operation's name that begins here.</summary>
    private int? EndOfOperation(List<Token> tokens, int at)
    {
        for (var to = Math.Min(at + LongestName, tokens.Count) - 1; to >= at; to--)
        {
            if (IsOneName(tokens, at, to) && Gazetteer.Squash(tokens, at, to) is { } name && _operations.Contains(name))
            {
                return to;
            }
        }

        return null;
    }

    private (Agency Agency, int To)? Byname(List<Token> tokens, int at)
    {
        for (var to = Math.Min(at + 1, tokens.Count - 1); to >= at && at < tokens.Count; to--)
        {
            if (IsJoined(tokens, at) && IsOneName(tokens, at, to) && Gazetteer.Squash(tokens, at, to) is { } name && _bynames.TryGetValue(name, out var agency))
            {
                return GoesOnToAPlace(tokens, at, to) ? null : (agency, to);
            }
        }

        return null;
    }

    /// <summary>"Operasi Zebra Kapuas Hulu" is the regency's, not that of the Polda called Kapuas.</summary>
    private bool GoesOnToAPlace(List<Token> tokens, int at, int to) =>
        to + 1 < tokens.Count && IsOneName(tokens, at, to + 1) && _gazetteer.Find(RegionLevel.Regency, tokens, at, to + 1).Length > 0;

    /// <summary>"Ketupat Semeru 2024" needs no "Operasi" before it.</summary>
    private static bool IsNamedByYear(List<Token> tokens, int to) =>
        to + 1 < tokens.Count && IsJoined(tokens, to + 1) && tokens[to + 1].Word is { Length: 4 } year && year.StartsWith("20", StringComparison.Ordinal) && year.All(char.IsAsciiDigit);

    private static bool IsOneName(List<Token> tokens, int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            if (!tokens[i].IsCapital || (i > from && !IsJoined(tokens, i)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsJoined(List<Token> tokens, int at) => tokens[at].Gap is ' ' or '-' && tokens[at].Sentence == tokens[at - 1].Sentence;
}
