using System.Text.Json;
using System.Text.RegularExpressions;
using KamtibmasPortal.News.Extraction.Html;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction.Metadata;

/// <summary>Who wrote it: the printed byline with a label, then what markup declares, then a line that looks like a byline.</summary>
internal static partial class PageAuthor
{
    private const int Longest = 160;
    private const int NearBlocks = 14;

    /// <summary>How far above the text a byline may stand.</summary>
    private const int Above = 40;

    public static Found<string>? Find(PageTree page, BlockRange body, MetaTags meta, LinkedData linked, string? headline, string? address)
    {
        var sites = SiteNames.Of(meta, linked, address);
        return Labelled(page, body, sites) ?? Declared(linked, sites) ?? DeclaredInMeta(meta, sites) ?? Marked(page, body, sites) ?? Printed(page, body, sites)
            ?? (StampedByline.Find(page, body, headline, sites) is { } name ? new Found<string>(name, ValueOrigin.Visible) : null);
    }

    /// <summary>"Penulis: Rina W", "Laporan wartawan ...", anywhere but in another article.</summary>
    private static Found<string>? Labelled(PageTree page, BlockRange body, HashSet<string> sites)
    {
        var near = Enumerable.Range(Math.Max(0, body.From - NearBlocks), Math.Min(page.Blocks.Count, body.To + NearBlocks) - Math.Max(0, body.From - NearBlocks));
        foreach (var text in near.Select(i => page.Blocks[i].Text).Where(t => t.Length <= Longest && (t.AsSpan().ContainsAny(':', ',', '：') || t.StartsWith('L') || t.StartsWith('D'))))
        {
            var match = LabelPattern().Match(text);
            if (match.Success && PersonNames.Of(match.Groups["name"].Value, sites) is { } name)
            {
                return new Found<string>(name, ValueOrigin.Visible);
            }
        }

        return null;
    }

    private static Found<string>? Declared(LinkedData linked, HashSet<string> sites)
    {
        // Some systems name the writer of the page, whose only article it is.
        foreach (var authors in (IEnumerable<JsonElement>[])[linked.Linked("author"), linked.Linked("creator"), linked.PageLinked("author")])
        {
            var names = new List<string>();
            foreach (var author in authors)
            {
                var isOutlet = LinkedData.Types(author).Any(t => t.EndsWith("Organization", StringComparison.OrdinalIgnoreCase));
                var text = author.ValueKind is JsonValueKind.String ? author.GetString() : LinkedData.Text(author, "name");
                if (!isOutlet && PersonNames.Of(text, sites) is { } name && !names.Contains(name))
                {
                    names.Add(name);
                }
            }

            if (names.Count > 0)
            {
                return new Found<string>(string.Join(", ", names), ValueOrigin.LinkedData);
            }
        }

        return null;
    }

    private static Found<string>? DeclaredInMeta(MetaTags meta, HashSet<string> sites)
    {
        foreach (var name in (string[])["author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "dc.author", "parsely-author", "sailthru.author", "byl", "byline", "content_author", "dtk:author", "cxenseparse:author", "og:article:author", "rbauthors"])
        {
            var persons = meta.All(name).Select(a => PersonNames.Of(a, sites)).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            if (persons.Count > 0)
            {
                return new Found<string>(string.Join(", ", persons), ValueOrigin.Meta);
            }
        }

        return null;
    }

    /// <summary>rel, itemprop and the classes of bylines, those near the text first.</summary>
    private static Found<string>? Marked(PageTree page, BlockRange body, HashSet<string> sites)
    {
        var marked = page.Nodes.Where(n => n.Range.To - n.Range.From is > 0 and <= 6 && n.Range.From >= body.From - Above && n.Range.To <= body.To + NearBlocks && IsAuthorElement(n) && !page.IsComment(n)).OrderBy(n => n.Range.From >= body.To ? 1 : 0).Take(30);
        foreach (var node in marked)
        {
            // Where it is but a part of a line, the rest of the line is none of the writer's.
            var (own, lines) = (PlainText.Fold(node.Element.TextContent), Enumerable.Range(node.Range.From, node.Range.To - node.Range.From).Select(i => page.Blocks[i].Text));
            foreach (var text in node.Range.To - node.Range.From == 1 ? lines.Prepend(own) : lines.Append(own))
            {
                if (text.Length <= Longest && PersonNames.Of(text, sites) is { } name)
                {
                    return new Found<string>(name, ValueOrigin.Markup);
                }
            }
        }

        // An inline element has no block of its own.
        foreach (var node in page.Nodes.Where(n => n.Range.To == n.Range.From && n.Range.From >= body.From - Above && n.Range.From <= body.To + NearBlocks && IsAuthorElement(n) && !page.IsComment(n)).Take(30))
        {
            if (node.Element.TextContent is { Length: <= Longest } text && PersonNames.Of(text, sites) is { } name)
            {
                return new Found<string>(name, ValueOrigin.Markup);
            }
        }

        return null;
    }

    private static bool IsAuthorElement(PageNode node)
    {
        var element = node.Element;
        return element.GetAttribute("rel") is "author" || element.GetAttribute("itemprop") is { } property && (property.Contains("author", StringComparison.OrdinalIgnoreCase) || property == "creator")
            || (element.ClassName is { Length: < 200 } names && AuthorClass().IsMatch(names));
    }

    /// <summary>"By Jane Doe" above the text.</summary>
    private static Found<string>? Printed(PageTree page, BlockRange body, HashSet<string> sites)
    {
        for (var i = Math.Max(0, body.From - NearBlocks); i < Math.Min(page.Blocks.Count, body.From + 4); i++)
        {
            var text = page.Blocks[i].Text;
            if (text.Length > Longest)
            {
                continue;
            }

            var name = BylineWords.IsByline(text) ? PersonNames.Of(text, sites) : (LineReading.BylineName(text) ?? LineReading.NameWithin(text)) is { } named ? PersonNames.Of(named, sites) : null;
            if (name is not null)
            {
                return new Found<string>(name, ValueOrigin.Visible);
            }
        }

        return null;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(?:^|\s|\()(?i:penulis|reporter|pewarta|jurnalis|wartawan|peliput|laporan wartawan [\w.]+|kontributor|author|written by|auteur|autore?|autora|verfasser|schrijver)\s*[:,：]\s*(?<name>\p{Lu}.{1,80})$|^(?i:laporan|dilaporkan)\s(?i:wartawan|reporter|kontributor|jurnalis)\s(?:[\p{L}.]+\s*[:,]\s*)?(?<name>\p{Lu}.{1,80})$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex LabelPattern();

    [GeneratedRegex(@"(?:^|[\s_-])(?:author|by-?line|penulis|wartawan|jurnalis|pewarta|reporter|writer|journalist|contributor|autor|auteur|autore|autora|signature|firma|verfasser|schrijver|by-?author|post-author|author-?name|entry-author|meta-author|vcard|fn|credit-author|nama-penulis)(?:$|[\s_-](?:name|link|text|url|nama)?)", Options | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 5000)]
    private static partial Regex AuthorClass();
}
