using System.Text.RegularExpressions;
using KamtibmasPortal.News.Extraction.Html;
using KamtibmasPortal.News.Extraction.Metadata;
using KamtibmasPortal.News.Extraction.Publishers;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Text;

namespace KamtibmasPortal.News.Extraction;

/// <summary>The article of a web page: one tree, two candidates for the text, metadata from every witness, and a reason where there is no article.</summary>
internal static class HtmlExtractor
{
    /// <summary>A text at least this long needs no rescue from data.</summary>
    private const int LongText = 250;

    private const int FewestDeclared = 40;
    private const int LongestDateline = 240;

    public static ExtractedArticle Extract(string html, string? address)
    {
        try
        {
            return Read(html, address);
        }
        catch (RegexMatchTimeoutException)
        {
            // A page made to exhaust a pattern.
            return PlainTextExtractor.Refused(new PageHints(), RejectionReason.NotAnArticle);
        }
    }

    private static ExtractedArticle Read(string html, string? address)
    {
        var source = new PageSource(html);
        if (source.IsTooDeep)
        {
            return PlainTextExtractor.Refused(new PageHints(), RejectionReason.NotAnArticle);
        }

        var page = PageTree.Parse(source.Markup);
        var meta = new MetaTags(page.Document);
        var linked = new LinkedData(source.Scripts);
        var addresses = new PageAddress(page.Document, meta, linked, address);
        var title = PageTitle.Find(page.Document, meta, linked, addresses.Page?.AbsoluteUri);
        var rule = PublisherRules.For(addresses.Page, page, meta, linked);
        rule?.Cut(page);
        var range = rule?.Body(page) ?? BodyChooser.Choose(page, title?.Value) ?? new BlockRange(0, 0);
        title = rule?.Title(page) ?? title;
        var author = rule?.Author(page) ?? PageAuthor.Find(page, range, meta, linked, title?.Value, addresses.Page?.AbsoluteUri);
        var body = new BodyText(page, range, title?.Value, author?.Value);
        var (paragraphs, origin) = Rescued(source, linked, body, title?.Value, author?.Value);
        var text = string.Join("\n\n", paragraphs);
        var words = paragraphs.Sum(Wording.Count);
        var language = Language(page, meta, paragraphs);
        var isIndonesian = language == "id" || (language is null && addresses.Page?.Host.EndsWith(".id", StringComparison.Ordinal) == true);
        var dates = new PageDates(page, range, meta, linked, source.Scripts, addresses.Page?.AbsoluteUri, isIndonesian);
        var image = new PageImage(page, range, meta, linked, addresses);
        var kind = PageKind.Refuse(page, range, words, title, dates.Published is { Origin: not ValueOrigin.Address }, meta, linked, addresses);
        if (kind is { } reason)
        {
            return PlainTextExtractor.Refused(new PageHints { Title = title?.Value, CanonicalUrl = addresses.Canonical }, reason, text);
        }

        var dateline = LineReading.DatelineLength(Head(paragraphs[0]));
        var timeline = new ArticleTimeline(dates, paragraphs, image.Caption, dateline, isIndonesian);
        var signed = author ?? (isIndonesian && body.Initials is { } initials ? new Found<string>(initials, ValueOrigin.Text) : null);
        return new ExtractedArticle
        {
            Title = title?.Value ?? Headline.Derive(paragraphs[0], dateline),
            TitleDerived = title is null,
            Body = text,
            Caption = image.Caption,
            Author = signed?.Value,
            Dates = timeline.All,
            PublishedAt = timeline.PublishedAt,
            PublishedPrecision = timeline.Precision,
            PublishedDay = timeline.PublishedDay,
            ModifiedAt = timeline.ModifiedAt,
            ZoneMinutes = timeline.ZoneMinutes,
            ImageUrl = image.Address,
            ImageCredit = image.Credit,
            CanonicalUrl = addresses.Canonical,
            NextPages = NextPageLinks.Find(page, range, addresses),
            Language = language,
            DatelineLength = dateline,
            Origins = new ArticleOrigins(title?.Origin ?? ValueOrigin.Text, origin, signed?.Origin, timeline.Origin),
        };
    }

    /// <summary>No dateline is longer.</summary>
    private static string Head(string paragraph) => paragraph.Length > LongestDateline ? paragraph[..LongestDateline] : paragraph;

    /// <summary>Where the page shows little, the data it carries may hold the text: first what would draw the page, then what is meant for search engines.</summary>
    private static (List<string> Paragraphs, ValueOrigin Origin) Rescued(PageSource source, LinkedData linked, BodyText body, string? title, string? author)
    {
        var shown = body.Words;
        var told = linked.Text("articleBody") is { Length: > 200 } declared ? Read(AsMarkup(declared), title, author) : null;
        if (shown < LongText && EmbeddedText.Find(source.Scripts, title) is { } embedded && Read(embedded, title, author) is var drawn && (drawn.Words > (shown * 1.4) + 10 || IsOther(body, drawn)))
        {
            return (drawn.Paragraphs, ValueOrigin.EmbeddedData);
        }

        return told is not null && (told.Words > (shown * 1.6) + 20 || IsOther(body, told)) ? (told.Paragraphs, ValueOrigin.LinkedData) : (body.Paragraphs, ValueOrigin.Visible);
    }

    /// <summary>What the page shows is not what it says its article is: the text found is some other text.</summary>
    private static bool IsOther(BodyText shown, BodyText declared)
    {
        var whole = Wording.Key(declared.Text);
        return declared.Words >= FewestDeclared && declared.Words > shown.Words * 0.8 && !shown.Paragraphs.Where(p => p.Length > 40).Take(12).Any(p => whole.Contains(Wording.Key(p[..Math.Min(p.Length, 60)]), StringComparison.Ordinal));
    }

    private static BodyText Read(string markup, string? title, string? author)
    {
        var source = new PageSource(markup);
        var page = PageTree.Parse(source.IsTooDeep ? "" : source.Markup);
        return new BodyText(page, new BlockRange(0, page.Blocks.Count), title, author);
    }

    private static string AsMarkup(string text)
    {
        var plain = text.Contains("&lt;", StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(text) : text;
        return plain.Contains("<p", StringComparison.OrdinalIgnoreCase) || plain.Contains("<br", StringComparison.OrdinalIgnoreCase) ? plain : "<p>" + plain.Replace("\n", "</p><p>", StringComparison.Ordinal) + "</p>";
    }

    /// <summary>What the text shows, then what the page declares: templates say "en-US" of Indonesian pages.</summary>
    private static string? Language(PageTree page, MetaTags meta, List<string> paragraphs)
    {
        var declared = page.Document.DocumentElement.GetAttribute("lang") ?? meta.First("og:locale", "content-language", "language");
        return PageLanguage.Of(paragraphs.Take(10)) ?? (declared is { Length: >= 2 } ? declared[..2].ToLowerInvariant() switch { "in" => "id", var code => char.IsAsciiLetter(code[0]) && char.IsAsciiLetter(code[1]) ? code : null } : null);
    }
}
