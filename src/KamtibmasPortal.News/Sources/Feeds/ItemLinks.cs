using System.Xml.Linq;

namespace KamtibmasPortal.News.Sources.Feeds;

/// <summary>Which of the addresses around an item is its page.</summary>
internal static class ItemLinks
{
    private const string IanaRelation = "HTTP://WWW.IANA.ORG/ASSIGNMENTS/RELATION/";

    private const int LinksTried = 50;

    private static readonly XName About = XName.Get("about", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

    public static string? Of(XElement parent, Uri address)
    {
        // A counting service puts its own link first and keeps the real one beside it.
        if (WebLinks.Absolute(FeedFields.Text(parent, "origLink"), address) is { } original)
        {
            return original;
        }

        var links = FeedFields.Pick(parent, "link").Where(l => Relation(l) is "ALTERNATE" && !FeedFields.IsModule(l)).Take(LinksTried).ToList();
        return links.OrderBy(l => IsPage(l) ? 0 : 1).Select(l => Target(l, address)).FirstOrDefault(t => t is not null)
            ?? WebLinks.Absolute(FeedFields.Attribute(parent, "href"), address)
            ?? FeedFields.Pick(parent, "a").Select(a => WebLinks.Absolute(FeedFields.Attribute(a, "href"), FeedFields.Base(a, address))).FirstOrDefault(t => t is not null)
            ?? WebLinks.Absolute((string?)parent.Attribute(About), address);
    }

    /// <summary>The mark of an item where it is an address; RSS says so unless it denies it.</summary>
    public static string? Permanent(XElement item, Uri address)
    {
        foreach (var mark in FeedFields.Pick(item, "guid").Concat(FeedFields.Pick(item, "id")))
        {
            var text = mark.Value.Trim();
            var isPermanent = FeedFields.Attribute(mark, "isPermaLink");
            var isPath = !text.Any(char.IsWhiteSpace) && !text.Contains(':', StringComparison.Ordinal) && text.Contains('/', StringComparison.Ordinal) && FeedFields.Is(mark, "guid");
            if (text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
                || string.Equals(isPermanent, "true", StringComparison.OrdinalIgnoreCase)
                || (isPath && isPermanent is null))
            {
                return WebLinks.Absolute(text, FeedFields.Base(mark, address));
            }
        }

        return null;
    }

    /// <summary>The first of these relations that the feed names.</summary>
    public static string? Related(XElement channel, Uri address, params ReadOnlySpan<string> relations)
    {
        foreach (var relation in relations)
        {
            var link = channel.Elements().FirstOrDefault(e => FeedFields.Is(e, "link") && Relation(e).Equals(relation, StringComparison.OrdinalIgnoreCase));
            if (link is not null && Target(link, address) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string Relation(XElement link)
    {
        var relation = (FeedFields.Attribute(link, "rel") ?? "alternate").Trim().ToUpperInvariant();
        return relation.StartsWith(IanaRelation, StringComparison.Ordinal) ? relation[IanaRelation.Length..] : relation;
    }

    private static bool IsPage(XElement link) => FeedFields.Attribute(link, "type") is not { } type || type.Contains("html", StringComparison.OrdinalIgnoreCase);

    private static string? Target(XElement link, Uri address)
    {
        var target = FeedFields.Attribute(link, "href") ?? FeedFields.Attribute(link, "resource") ?? link.Value;
        if (target.Trim().Length == 0 && link.NextNode is XText behind)
        {
            // Software that took the feed for HTML left the address behind an empty tag.
            target = behind.Value.Trim() is var words && words.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? words.Split(' ', '\n')[0] : "";
        }

        return WebLinks.Absolute(target, FeedFields.Base(link, address));
    }
}
