using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction;

/// <summary>
/// The article in a document's lines: headline, dateline, caption, body, byline and dates apart from the page's furniture.
/// Works on what lines look like, not on who printed them.
/// </summary>
public static class PlainTextExtractor
{
    private const int ShortestBody = 8;

    public static ExtractedArticle Extract(string text) => Extract(PlainText.Lines(text), new PageHints());

    internal static ExtractedArticle Extract(List<TextLine> lines, PageHints hints)
    {
        var page = new PageLines(Joined(lines), hints);
        var body = new BodyLines(page);
        if (body.WordCount < ShortestBody)
        {
            return Refused(hints, body.Paragraphs.Count == 0 && page.Lines.Count == 0 ? RejectionReason.Empty : RejectionReason.TooShort, string.Join("\n\n", body.Paragraphs));
        }

        var title = hints.Title ?? Headline.Find(page, body);
        var caption = hints.Caption ?? (page.Captions.Count > 0 ? page.Captions[0] : null);
        var dateline = LineReading.DatelineLength(body.Paragraphs[0]);
        var dates = new DateReading(page, body, title, caption, dateline, hints);
        return new ExtractedArticle
        {
            Title = title ?? Headline.Derive(body.Paragraphs[0], dateline),
            TitleDerived = title is null,
            Body = string.Join("\n\n", body.Paragraphs),
            Caption = caption,
            Author = hints.Author ?? page.Author ?? body.Initials,
            Dates = dates.All,
            PublishedAt = dates.PublishedAt,
            PublishedPrecision = dates.Precision,
            PublishedDay = dates.PublishedDay,
            ModifiedAt = dates.ModifiedAt,
            ZoneMinutes = dates.ZoneMinutes,
            ImageUrl = hints.ImageUrl,
            CanonicalUrl = hints.CanonicalUrl,
            Language = hints.Language ?? LanguageOf(body.Paragraphs),
            DatelineLength = dateline,
        };
    }

    internal static ExtractedArticle Refused(PageHints hints, RejectionReason reason, string body = "") =>
        new() { Title = hints.Title ?? "", Body = body, Rejection = reason, CanonicalUrl = hints.CanonicalUrl };

    /// <summary>Puts a dateline together that was broken before its dash.</summary>
    private static List<TextLine> Joined(List<TextLine> lines)
    {
        var joined = new List<TextLine>(lines.Count);
        foreach (var line in lines)
        {
            if (joined.Count > 0 && LineReading.StartsWithDash(line.Text) && LineReading.WordCount(line.Text) > 8 && LineReading.IsOpenDateline(joined[^1].Text))
            {
                joined[^1] = joined[^1] with { Text = joined[^1].Text + " " + line.Text };
            }
            else
            {
                joined.Add(line);
            }
        }

        return joined;
    }

    /// <summary>"id" when common Indonesian function words carry the text; null otherwise.</summary>
    private static string? LanguageOf(IReadOnlyList<string> paragraphs)
    {
        int words = 0, known = 0;
        foreach (var word in paragraphs.Take(6).SelectMany(p => p.Split(' ')))
        {
            words++;
            known += word.ToLowerInvariant() is "yang" or "dan" or "di" or "dengan" or "untuk" or "dari" or "ini" or "itu" or "pada" or "dalam" or "tidak" or "kepada" or "oleh" or "akan" or "ke" ? 1 : 0;
        }

        return known * 14 > words ? "id" : null;
    }
}

/// <summary>What a page's markup already says; empty for plain text.</summary>
internal sealed record PageHints
{
    public string? Title { get; init; }
    public string? Author { get; init; }
    public string? Caption { get; init; }
    public string? ImageUrl { get; init; }
    public string? CanonicalUrl { get; init; }
    public string? Language { get; init; }
    public StampedTime? Published { get; init; }
    public StampedTime? Modified { get; init; }
}

/// <summary>A date as a page stamps it, with as much clock time as it gives.</summary>
internal sealed record StampedTime(string Text, DateOnly Day, TimeOnly? Minute, int? ZoneMinutes);
