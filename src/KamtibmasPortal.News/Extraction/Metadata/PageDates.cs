using System.Globalization;
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
    private const int FarthestHeadline = 40;
    private const int LongestStamp = 160;

    /// <summary>Clocks of the earth, minutes from UTC.</summary>
    private const int WestMost = 11 * 60;
    private const int EastMost = 14 * 60;

    /// <summary>A longer line must show by its form that it is about time.</summary>
    private const int ShortStamp = 60;

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

    public PageDates(PageTree page, BlockRange body, MetaTags meta, LinkedData linked, IReadOnlyList<PageScript> scripts, string? address, bool isIndonesian)
    {
        _isIndonesian = isIndonesian;
        _monthFirst = !isIndonesian && IsAmerican([page.Document.DocumentElement.GetAttribute("lang"), meta.First("og:locale"), meta.First("content-language")], address);
        Hear(linked.Text("datePublished") ?? linked.Text("dateCreated") ?? linked.Text("uploadDate"), ValueOrigin.LinkedData);
        foreach (var name in PublishedNames)
        {
            Hear(meta.First(name), ValueOrigin.Meta);
        }

        var headline = Headline(page, body);
        foreach (var value in MarkedDates.In(page, body, headline, NearBlocks))
        {
            Hear(value, ValueOrigin.Markup);
        }

        var (below, above) = (Below(page, body, headline).ToList(), Above(page, headline).ToList());
        var visible = HearPrinted(below);
        Hear(InAddress(address) ?? InAddress(meta.First("og:url")), ValueOrigin.Address);
        // A day printed above the headline may be today's.
        visible ??= HearPrinted(above);
        if (_published.Count == 0 && ScriptDates.In(scripts).Select(v => Zoned(MachineDates.Read(v, _monthFirst))).FirstOrDefault(s => s is not null) is { } told)
        {
            _published.Add(new Found<StampedTime>(told, ValueOrigin.EmbeddedData));
        }

        var changed = Changed(linked, meta, below.Concat(above));
        Modified = changed?.Value;
        LastResort = Zoned(MachineDates.Read(linked.PageText("datePublished"), _monthFirst)) is { } whole ? new Found<StampedTime>(whole, ValueOrigin.LinkedData)
            : changed is null ? null : changed with { Value = changed.Value with { Minute = null } };
        Published = Settle(visible);
    }

    public Found<StampedTime>? Published { get; }
    public StampedTime? Modified { get; }

    /// <summary>What serves where nobody names the article's day: the day of the page about it, then that of the last change, whose minute is that of another event.</summary>
    public Found<StampedTime>? LastResort { get; }

    /// <summary>Whether 3/4/2015 is March: English that says of itself or by its address nothing of another country.</summary>
    private static bool IsAmerican(string?[] languages, string? address)
    {
        var named = languages.OfType<string>().Where(l => l.StartsWith("en", StringComparison.OrdinalIgnoreCase)).ToList();
        return named.Count > 0 && named.TrueForAll(l => l.Length < 5 || l.EndsWith("US", StringComparison.OrdinalIgnoreCase))
            && !(Uri.TryCreate(address, UriKind.Absolute, out var page) && DayFirstHost().IsMatch(page.Host));
    }

    private Found<StampedTime>? Changed(LinkedData linked, MetaTags meta, IEnumerable<PrintedStamps> printed)
    {
        IEnumerable<(StampedTime? Stamp, ValueOrigin Origin)> all =
        [
            (Zoned(MachineDates.Read(linked.Text("dateModified"), _monthFirst)), ValueOrigin.LinkedData),
            .. ModifiedNames.Select(n => (Zoned(MachineDates.Read(meta.First(n), _monthFirst)), ValueOrigin.Meta)),
            .. printed.Select(p => (p.Modified, ValueOrigin.Visible)),
        ];
        return all.Where(s => s.Stamp is not null).Select(s => new Found<StampedTime>(s.Stamp!, s.Origin)).FirstOrDefault();
    }

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

    /// <summary>Block of the headline, or where the text begins.</summary>
    private static int Headline(PageTree page, BlockRange body)
    {
        var title = page.Blocks.FindIndex(b => b.Tag == "h1");
        return title >= 0 && title < body.From && body.From - title < FarthestHeadline ? title : body.From;
    }

    /// <summary>Stamps between headline and text, then just below the text.</summary>
    private IEnumerable<PrintedStamps> Below(PageTree page, BlockRange body, int headline)
    {
        // A body may begin with the headline: its lines of date and writer then are a part of it.
        var prose = body.From < page.Blocks.Count ? page.Blocks.FindIndex(body.From, b => b.IsProse) : -1;
        var end = Math.Max(body.From + 3, prose - body.From <= NearBlocks ? prose : 0);
        return Stamps(page, Enumerable.Range(headline, Math.Max(0, end - headline)).Concat(Enumerable.Range(body.To, 4)));
    }

    private IEnumerable<PrintedStamps> Above(PageTree page, int headline) => Stamps(page, Enumerable.Range(Math.Max(0, headline - NearBlocks), Math.Min(headline, NearBlocks)).Reverse());

    private IEnumerable<PrintedStamps> Stamps(PageTree page, IEnumerable<int> places)
    {
        foreach (var block in places.Where(i => i < page.Blocks.Count).Select(i => page.Blocks[i]))
        {
            var text = block.Text;
            if (text.Length > LongestStamp || PlainText.EndsSentence(text) || page.IsComment(page.Nodes[block.Node]))
            {
                continue;
            }

            var stamps = PrintedStamps.Read(text, _monthFirst);
            if ((stamps.Published ?? stamps.Modified) is not null && (text.Length <= ShortStamp || stamps.IsLabelled || PageLines.IsStamp(text)))
            {
                yield return stamps;
            }
        }
    }

    private StampedTime? HearPrinted(List<PrintedStamps> stamps)
    {
        var first = stamps.Select(s => s.Published).FirstOrDefault(p => p is not null);
        if (first is not null)
        {
            _published.Add(new Found<StampedTime>(first, ValueOrigin.Visible));
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
        if (visible is not null && IsSameInstant(best.Value, visible) && visible.Day != Modified?.Day)
        {
            return new Found<StampedTime>(visible, ValueOrigin.Visible);
        }

        if (visible is { ZoneMinutes: not null, Minute: not null } && visible.Day == day)
        {
            // A named zone in print beats an offset that the system put on.
            return best with { Value = best.Value with { Minute = visible.Minute, ZoneMinutes = visible.ZoneMinutes } };
        }

        return best.Value.Minute is null && visible?.Minute is not null && visible.Day == day ? best with { Value = visible } : best;
    }

    /// <summary>Whether a day in print is the publisher's own name for an instant of world time: the day before it, or the day after.</summary>
    private static bool IsSameInstant(StampedTime world, StampedTime printed)
    {
        if (world is not { ZoneMinutes: 0, Minute: { } minute } || printed.ZoneMinutes is not null || Math.Abs(printed.Day.DayNumber - world.Day.DayNumber) != 1)
        {
            return false;
        }

        var shift = printed.Minute is { } clock ? (int)(printed.Day.ToDateTime(clock) - world.Day.ToDateTime(minute)).TotalMinutes : (int?)null;
        return shift is { } offset ? offset % 15 == 0 && offset is >= -WestMost and <= EastMost : printed.Day < world.Day ? minute.Hour * 60 < WestMost : (24 - minute.Hour) * 60 <= EastMost;
    }

    private static string? InAddress(string? address)
    {
        if (address is null || address.Length > 2000)
        {
            return null;
        }

        var match = AddressPattern().Match(address);
        var month = match.Groups["mon"] is { Success: true } name ? MachineDates.Month(name.Value).ToString(CultureInfo.InvariantCulture) : match.Groups["m"].Value;
        return match.Success ? $"{match.Groups["y"].Value}-{month.PadLeft(2, '0')}-{match.Groups["d"].Value.PadLeft(2, '0')}" : null;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"[/_-](?<y>(19|20)\d\d)(?<s>[/-])?((?<m>0[1-9]|1[0-2]|(?(s)[1-9]|(?!)))|(?<mon>(?(s)[a-z]{3,9}|(?!))))(?(s)[/-])(?<d>0[1-9]|[12]\d|3[01]|(?(s)[1-9]|(?!)))(?!\d{1,2}\b(?<=\d{9}))(?=[/_.?#-]|\d{4,6}\D|$)", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"\.(uk|ie|au|nz|in|za|sg|my|hk|pk|bd|lk|ng|ke|gh)$", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex DayFirstHost();
}
