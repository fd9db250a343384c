using KamtibmasPortal.News.Extraction.Metadata;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction;

/// <summary>The dates of a web article on its publisher's clock, those of its text among them.</summary>
internal sealed class ArticleTimeline
{
    private const int LeadParagraphs = 4;
    private const int LongestLead = 3_000;

    public ArticleTimeline(PageDates page, List<string> paragraphs, string? caption, int dateline, bool isIndonesian)
    {
        var dates = new List<ArticleDate>();
        var published = page.Published?.Value;
        Origin = page.Published?.Origin;
        Add(dates, DateRole.Published, published);
        Add(dates, DateRole.Modified, page.Modified);
        var lead = paragraphs.Take(LeadParagraphs).Select(p => p.Length > LongestLead ? p[..LongestLead] : p).ToList();
        var inText = lead.SelectMany((p, i) => IndonesianDates.Find(p).Select(m => (Mention: m, Words: p.Substring(m.Start, m.Length), IsDateline: i == 0 && m.Start < dateline))).ToList();
        dates.AddRange(inText.Select(x => new ArticleDate(x.IsDateline ? DateRole.Dateline : DateRole.Event, x.Words, x.Mention.Day)));
        if (caption is not null)
        {
            dates.AddRange(IndonesianDates.Find(caption).Select(m => new ArticleDate(DateRole.Caption, caption.Substring(m.Start, m.Length), m.Day)));
        }

        if (published is null && inText.Find(x => x.IsDateline || x.Mention.InBrackets) is { Mention: not null } printed)
        {
            published = new StampedTime(printed.Words, printed.Mention.Day, null, null);
            Origin = ValueOrigin.Text;
        }

        if (published is null && page.LastResort is { } last)
        {
            (published, Origin) = (last.Value, last.Origin);
        }

        All = [.. dates.Distinct()];
        ZoneMinutes = published?.ZoneMinutes ?? page.Modified?.ZoneMinutes ?? (isIndonesian ? DateReading.ZoneNamed(lead[0]) ?? IndonesianDates.Wib : 0);
        ModifiedAt = page.Modified is null ? null : DateReading.Instant(page.Modified, ZoneMinutes);
        if (published is not null)
        {
            PublishedAt = DateReading.Instant(published, ZoneMinutes);
            PublishedDay = published.Day;
            Precision = published.Minute is null ? DatePrecision.Day : DatePrecision.Minute;
        }
    }

    public IReadOnlyList<ArticleDate> All { get; }
    public DateTime? PublishedAt { get; }
    public DateOnly? PublishedDay { get; }
    public DatePrecision Precision { get; }
    public DateTime? ModifiedAt { get; }
    public int ZoneMinutes { get; }
    public ValueOrigin? Origin { get; }

    private static void Add(List<ArticleDate> dates, DateRole role, StampedTime? stamp)
    {
        if (stamp is not null)
        {
            dates.Add(new ArticleDate(role, stamp.Text, stamp.Day));
        }
    }
}
