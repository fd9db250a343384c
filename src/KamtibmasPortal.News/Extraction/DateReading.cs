using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction;

/// <summary>The dates of an article and which of them is its day of publication. What is not printed stays unknown.</summary>
internal sealed class DateReading
{
    private const int LeadParagraphs = 4;

    public DateReading(PageLines page, BodyLines body, string? title, string? caption, int dateline, PageHints hints)
    {
        var dates = new List<ArticleDate>();
        var published = hints.Published;
        var modified = hints.Modified;
        foreach (var line in InOrder(page, title))
        {
            var found = IndonesianDates.Find(line);
            foreach (var mention in found)
            {
                var stamp = new StampedTime(line.Substring(mention.Start, mention.Length), mention.Day, mention.Minute, mention.ZoneMinutes);
                if (IsUpdate(line, mention.Start))
                {
                    modified ??= stamp;
                }
                else if (published is null || (published.Minute is null && stamp.Minute is not null && published.Day == stamp.Day))
                {
                    published = stamp;
                }
            }
        }

        Add(dates, DateRole.Published, published);
        Add(dates, DateRole.Modified, modified);
        var lead = body.Paragraphs[0];
        var inText = body.Paragraphs.Take(LeadParagraphs).SelectMany((p, i) => IndonesianDates.Find(p).Select(m => (Mention: m, Paragraph: p, Index: i))).ToList();
        foreach (var (mention, paragraph, index) in inText)
        {
            dates.Add(new ArticleDate(index == 0 && mention.Start < dateline ? DateRole.Dateline : DateRole.Event, paragraph.Substring(mention.Start, mention.Length), mention.Day));
        }

        if (caption is not null)
        {
            dates.AddRange(IndonesianDates.Find(caption).Select(m => new ArticleDate(DateRole.Caption, caption.Substring(m.Start, m.Length), m.Day)));
        }

        published ??= dates.Where(d => d.Role is DateRole.Dateline).Select(Stamp).FirstOrDefault()
            ?? inText.Where(x => x.Mention.InBrackets || (x.Index == 0 && char.IsLetter(x.Paragraph[x.Mention.Start]))).OrderBy(x => x.Index)
                .Select(x => new StampedTime(x.Paragraph.Substring(x.Mention.Start, x.Mention.Length), x.Mention.Day, null, null)).FirstOrDefault()
            ?? (modified is null ? null : modified with { Minute = null });
        All = [.. dates.Distinct()];
        ZoneMinutes = published?.ZoneMinutes is > 0 and var zone ? zone : modified?.ZoneMinutes is > 0 and var other ? other : ZoneNamed(lead) ?? IndonesianDates.Wib;
        Settle(published);
        ModifiedAt = modified is null ? null : Instant(modified, ZoneMinutes);
    }

    public IReadOnlyList<ArticleDate> All { get; }
    public DateTime? PublishedAt { get; private set; }
    public DateOnly? PublishedDay { get; private set; }
    public DatePrecision Precision { get; private set; }
    public DateTime? ModifiedAt { get; }
    public int ZoneMinutes { get; }

    /// <summary>
    /// Stamps between headline and text first, then those above the headline, then those below the text:
    /// many pages print today's date at their very top.
    /// </summary>
    private static IEnumerable<string> InOrder(PageLines page, string? title)
    {
        var headline = title is null ? -1 : page.Lines.FindLastIndex(Math.Max(0, page.BodyStart - 1), Math.Max(0, page.BodyStart), l => title.StartsWith(l.Text, StringComparison.OrdinalIgnoreCase) || l.Text.EndsWith(title, StringComparison.OrdinalIgnoreCase));
        return page.Stamps.OrderBy(s => s.Index >= page.BodyStart ? 2 : s.Index < headline ? 1 : 0).Select(s => s.Line);
    }

    private void Settle(StampedTime? published)
    {
        if (published is null)
        {
            return;
        }

        PublishedAt = Instant(published, ZoneMinutes);
        PublishedDay = DateOnly.FromDateTime(PublishedAt.Value.AddMinutes(ZoneMinutes));
        Precision = published.Minute is null ? DatePrecision.Day : DatePrecision.Minute;
    }

    internal static DateTime Instant(StampedTime stamp, int zoneMinutes) =>
        DateTime.SpecifyKind(stamp.Day.ToDateTime(stamp.Minute ?? TimeOnly.MinValue).AddMinutes(-(stamp.Minute is null ? zoneMinutes : stamp.ZoneMinutes ?? zoneMinutes)), DateTimeKind.Utc);

    private static StampedTime Stamp(ArticleDate date) => new(date.Text, date.Value, null, null);

    private static void Add(List<ArticleDate> dates, DateRole role, StampedTime? stamp)
    {
        if (stamp is not null)
        {
            dates.Add(new ArticleDate(role, stamp.Text, stamp.Day));
        }
    }

    private static bool IsUpdate(string line, int dateStart)
    {
        var before = line[Math.Max(0, dateStart - 40)..dateStart];
        return before.Contains("updat", StringComparison.OrdinalIgnoreCase) || before.Contains("perbarui", StringComparison.OrdinalIgnoreCase)
            || before.Contains("diubah", StringComparison.OrdinalIgnoreCase) || before.Contains("modified", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>"pukul 15.30 Wita" in the lead tells the publisher's clock when no stamp does.</summary>
    internal static int? ZoneNamed(string lead)
    {
        foreach (var word in lead.Split(' ', ',', '.', ')', '('))
        {
            if (IndonesianDates.Zone(word) is { } zone)
            {
                return zone;
            }
        }

        return null;
    }
}
