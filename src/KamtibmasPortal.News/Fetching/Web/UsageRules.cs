using System.Buffers;
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
    private const int LongestMeta = 500;
    private const string MetaStart = "<meta";

    private static readonly SearchValues<string> s_meta = SearchValues.Create([MetaStart], StringComparison.OrdinalIgnoreCase);

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

        foreach (var meta in Metas(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadLimit)])))
        {
            var name = Name().Match(meta).Groups["value"].Value.ToUpperInvariant();
            if (name is not ("ROBOTS" or "KAMTIBMASPORTAL" or "TDM-RESERVATION"))
            {
                continue;
            }

            var content = Content().Match(meta) is { Success: true } c ? c.Groups["value"].Value : "";
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

    /// <summary>Its meta elements: every page is searched for them, and most of it is something else.</summary>
    private static List<string> Metas(string text)
    {
        var found = new List<string>();
        for (var at = 0; text.AsSpan(at).IndexOfAny(s_meta) is >= 0 and var start;)
        {
            at += start + MetaStart.Length;
            var length = text.AsSpan(at, Math.Min(LongestMeta + 1, text.Length - at)).IndexOf('>');
            if (length > 0)
            {
                found.Add(text.Substring(at, length));
            }
        }

        return found;
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

    [GeneratedRegex("""\bname\s*=\s*["']?(?<value>[\w-]{1,40})""", Options)]
    private static partial Regex Name();

    [GeneratedRegex("""\bcontent\s*=\s*["']?(?<value>[\w ,:.-]{1,200})""", Options)]
    private static partial Regex Content();
}
