using System.Text.RegularExpressions;
using KamtibmasPortal.News.Extraction.Html;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction.Metadata;

/// <summary>
/// Day and time of publication and of the last change. Pages contradict themselves (a system that stamps every rendering, a time that
/// is called UTC and is not), so every witness is heard and the day that most of them name wins; among equals the order below.
/// </summary>
internal sealed partial class PageDates
{
    private const int NearBlocks = 12;

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datePublished", "publishdate", "publish-date", "publish_date", "published-date", "dtk:publishdate", "content_publisheddate", "content_published_date", "published_date", "publisheddate", "published_time",
        "pubdate", "pub_date", "originalpublicationdate", "dcterms.created", "dcterms.date", "dcterms.issued", "dc.date", "dc.date.issued", "dc.date.created", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "displaydate", "bt:pubdate", "ptime", "article_date_original", "article.published", "date_published",
        "publication_date", "publication-date", "iso-8601-publish-date", "rnews:datepublished", "article.created", "createdate", "created", "date", "dat", "weibo:article:create_at", "og:pubdate", "prism.publicationdate", "citation_publication_date", "timestamp", "release_date", "og:release_date", "news:publication_date",
    ];

    private static readonly string[] ModifiedNames = ["article:modified_time", "og:updated_time", "dateModified", "article:modified", "modified_date", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revision_date", "dtk:modifieddate", "updated"];

    private readonly List<Found<StampedTime>> _published = [];
    private readonly bool _monthFirst;
    private readonly bool _isIndonesian;

    public PageDates(PageTree page, BlockRange body, MetaTags meta, LinkedData linked, string? address, bool isIndonesian)
    {
        _isIndonesian = isIndonesian;
        _monthFirst = !isIndonesian && (page.Document.DocumentElement.GetAttribute("lang") ?? meta.First("og:locale", "content-language"))?.Replace('_', '-') is "en" or "en-US" or "en-us";
        Hear(linked.Text("datePublished") ?? linked.Text("dateCreated") ?? linked.Text("uploadDate"), ValueOrigin.LinkedData);
        foreach (var name in PublishedNames)
        {
            Hear(meta.First(name), ValueOrigin.Meta);
        }

        var modified = Zoned(MachineDates.Read(linked.Text("dateModified"))) ?? ModifiedNames.Select(n => Zoned(MachineDates.Read(meta.First(n)))).FirstOrDefault(s => s is not null);
        HearMarkup(page, body);
        var visible = HearPrinted(page, body, ref modified);
        Hear(InAddress(address) ?? InAddress(meta.First("og:url")), ValueOrigin.Address);
        Published = Settle(visible);
        Modified = modified;
    }

    public Found<StampedTime>? Published { get; }
    public StampedTime? Modified { get; }

    private void Hear(string? text, ValueOrigin origin)
    {
        if (Zoned(MachineDates.Read(text, _monthFirst)) is { } stamp)
        {
            _published.Add(new Found<StampedTime>(stamp, origin));
        }
    }

    /// <summary>An instant of world time, on the clock that the publisher's readers use.</summary>
    private StampedTime? Zoned(StampedTime? stamp)
    {
        if (stamp is not { ZoneMinutes: 0, Minute: { } minute } || !_isIndonesian)
        {
            return stamp;
        }

        var local = stamp.Day.ToDateTime(minute).AddMinutes(IndonesianDates.Wib);
        return stamp with { Day = DateOnly.FromDateTime(local), Minute = TimeOnly.FromDateTime(local), ZoneMinutes = IndonesianDates.Wib };
    }

    private void HearMarkup(PageTree page, BlockRange body)
    {
        foreach (var node in page.Nodes.Where(n => n.Range.From <= body.To + 3))
        {
            var element = node.Element;
            if (element.GetAttribute("itemprop") is { } property && property.Contains("datePublished", StringComparison.OrdinalIgnoreCase))
            {
                Hear(element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? Short(element), ValueOrigin.Markup);
            }
            else if (node.Tag == "time" && Math.Abs(node.Range.From - body.From) <= NearBlocks && !IsUpdated(element) && element.GetAttribute("itemprop") is not "dateModified")
            {
                Hear(element.GetAttribute("datetime"), ValueOrigin.Markup);
            }
            else if (node.Tag is "abbr" or "span" && element.ClassName is "published" or "timeago" or "date published")
            {
                Hear(element.GetAttribute("title"), ValueOrigin.Markup);
            }
        }
    }

    private static bool IsUpdated(AngleSharp.Dom.IElement time) => (time.ClassName + time.ParentElement?.ClassName).Contains("updated", StringComparison.OrdinalIgnoreCase) && !(time.ClassName ?? "").Contains("published", StringComparison.OrdinalIgnoreCase);

    private static string? Short(AngleSharp.Dom.IElement element) => element.TextContent is { Length: <= 120 } text ? text : null;

    /// <summary>Stamps between headline and text, then just above and just below them.</summary>
    private StampedTime? HearPrinted(PageTree page, BlockRange body, ref StampedTime? modified)
    {
        var title = page.Blocks.FindIndex(b => b.Tag == "h1");
        var start = title >= 0 && title < body.From && body.From - title < 40 ? title : body.From;
        var near = Enumerable.Range(start, Math.Max(0, body.From - start + 3)).Concat(Enumerable.Range(Math.Max(0, start - NearBlocks), Math.Min(start, NearBlocks)).Reverse()).Concat(Enumerable.Range(body.To, 4));
        StampedTime? first = null;
        foreach (var text in near.Where(i => i < page.Blocks.Count).Select(i => page.Blocks[i].Text))
        {
            if (text.Length > 160 || PlainText.EndsSentence(text) || MachineDates.Read(text.Length > 120 ? text[..120] : text, _monthFirst) is not { } stamp || (text.Length > 60 && !PageLines.IsStamp(text)))
            {
                continue;
            }

            if (Updated().IsMatch(text) && !PublishedWord().IsMatch(text))
            {
                modified ??= stamp;
            }
            else if (first is null)
            {
                first = stamp;
                _published.Add(new Found<StampedTime>(stamp, ValueOrigin.Visible));
            }
        }

        return first;
    }

    private Found<StampedTime>? Settle(StampedTime? visible)
    {
        if (_published.Count == 0)
        {
            return null;
        }

        // One vote an origin: a page repeats its own mistake in every meta element.
        var day = _published.DistinctBy(p => (p.Origin, p.Value.Day)).GroupBy(p => p.Value.Day).OrderByDescending(g => g.Count()).ThenBy(g => g.Min(p => _published.IndexOf(p))).First().Key;
        var best = _published.Where(p => p.Value.Day == day).OrderByDescending(p => p.Value.Minute is not null && (p.Value.ZoneMinutes is not null || p.Origin is not ValueOrigin.Visible)).First();
        if (visible is { ZoneMinutes: not null, Minute: not null } && visible.Day == day)
        {
            // A named zone in print beats an offset that the system put on.
            return best with { Value = best.Value with { Minute = visible.Minute, ZoneMinutes = visible.ZoneMinutes } };
        }

        return best.Value.Minute is null && visible?.Minute is not null && visible.Day == day ? best with { Value = visible } : best;
    }

    private static string? InAddress(string? address)
    {
        if (address is null || address.Length > 2000)
        {
            return null;
        }

        var match = AddressPattern().Match(address);
        return match.Success ? $"{match.Groups["y"].Value}-{match.Groups["m"].Value.PadLeft(2, '0')}-{match.Groups["d"].Value.PadLeft(2, '0')}" : null;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"[/_-](?<y>(19|20)\d\d)([/-])?(?<m>0[1-9]|1[0-2]|(?(1)[1-9]|(?!)))(?(1)[/-])(?<d>0[1-9]|[12]\d|3[01]|(?(1)[1-9]|(?!)))(?!\d{1,2}\b(?<=\d{9}))(?=[/_.?#-]|\d{4,6}\D|$)", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"\b(updat\w*|diperbarui|perbarui|diubah|modified|last (edited|changed)|aktualisiert|mis à jour|actualizado)\b", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Updated();

    [GeneratedRegex(@"\b(published|posted|diterbitkan|terbit|tayang|dipublikasikan|dibuat|first)\b", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PublishedWord();
}
