using System.Text;
using System.Text.RegularExpressions;

namespace KamtibmasPortal.News.Fetching.Web;

/// <summary>What a publisher asks about the use of a page, in its headers or its head: robots directives, and the reservation of text and data mining (TDMRep).</summary>
/// <param name="NoIndex">Not to be taken up at all.</param>
/// <param name="NoArchive">No copy to be kept for others: no snapshot, never the full text.</param>
/// <param name="NoMachines">Not for machines to learn from: never the full text, in pages, API or exports.</param>
public sealed partial record UsageRules(bool NoIndex, bool NoArchive, bool NoMachines)
{
    private const int HeadLimit = 131_072;

    public static UsageRules None { get; } = new(false, false, false);

    /// <summary>Only an excerpt may be shown, whatever the source allows.</summary>
    public bool ExcerptOnly => NoArchive || NoMachines;

    /// <param name="headers">Response headers, a line each.</param>
    /// <param name="bytes">The page: ASCII is enough for its directives.</param>
    public static UsageRules Read(string headers, ReadOnlySpan<byte> bytes)
    {
        var words = new List<string>();
        var reserved = false;
        foreach (var line in headers.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? "" : line[..colon].Trim().ToUpperInvariant();
            if (name == "X-ROBOTS-TAG")
            {
                words.AddRange(Directives(line[(colon + 1)..], ours: true));
            }

            reserved |= name == "TDM-RESERVATION" && line[(colon + 1)..].Trim() == "1";
        }

        foreach (Match meta in Meta().Matches(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadLimit)])))
        {
            var content = Content().Match(meta.Value) is { Success: true } c ? c.Groups["value"].Value : "";
            var name = Name().Match(meta.Value).Groups["value"].Value.ToUpperInvariant();
            if (name is "ROBOTS" or "KAMTIBMASPORTAL")
            {
                words.AddRange(Directives(content, ours: false));
            }

            reserved |= name == "TDM-RESERVATION" && content.Trim() == "1";
        }

        return new UsageRules(
            words.Exists(w => w is "NOINDEX" or "NONE"),
            words.Exists(w => w is "NOARCHIVE" or "NOCACHE" or "NOSNIPPET"),
            reserved || words.Exists(w => w is "NOAI" or "NOIMAGEAI" or "NOML"));
    }

    /// <summary>"googlebot: noindex" in a header speaks to somebody else; "unavailable_after: date" is no name.</summary>
    private static IEnumerable<string> Directives(string text, bool ours)
    {
        var addressed = true;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part.ToUpperInvariant();
            var colon = word.IndexOf(':', StringComparison.Ordinal);
            if (ours && colon > 0 && !word.StartsWith("UNAVAILABLE_AFTER", StringComparison.Ordinal) && !word.StartsWith("MAX-", StringComparison.Ordinal))
            {
                addressed = word[..colon].Trim() is "KAMTIBMASPORTAL" or "*";
                word = word[(colon + 1)..].Trim();
            }

            if (addressed)
            {
                yield return word;
            }
        }
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    [GeneratedRegex("<meta[^>]{1,500}>", Options)]
    private static partial Regex Meta();

    [GeneratedRegex("""\bname\s*=\s*["']?(?<value>[\w-]{1,40})""", Options)]
    private static partial Regex Name();

    [GeneratedRegex("""\bcontent\s*=\s*["']?(?<value>[\w ,:.-]{1,200})""", Options)]
    private static partial Regex Content();
}
