using System.CommandLine;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.Web.Api;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Start;

namespace KamtibmasPortal.Web.Verbs;

public static class ExtractVerb
{
    public static Command Command()
    {
        var path = new Argument<FileSystemInfo>("FILE|FOLDER") { Description = "A document, or a folder with *.txt and *.html files." }.AcceptExistingOnly();
        var url = new Option<string?>("--url") { Description = "Web address the page came from.", HelpName = "ADDRESS" };
        url.Validators.Add(result =>
        {
            if (Addresses.Web(result.GetValueOrDefault<string>()) is null)
            {
                result.AddError("--url takes an http or https address.");
            }
        });
        var command = new Command("extract", "Prints the article found in each document as a line of JSON. Needs no store.") { path, url };
        command.SetAction((parsed, cancellation) => VerbRun.WithoutStoreAsync(async (_, token) =>
        {
            await DocumentFiles.WriteAsync(parsed.GetRequiredValue(path).FullName, parsed.GetValue(url), (file, article) => PageJson.Of(file, article, parsed.GetValue(url)), token);
            return ExitCodes.Done;
        }, cancellation));
        return command;
    }

    private sealed record PageJson(
        string File, string? Url, string Title, bool TitleDerived, string Body, string? Author, IReadOnlyList<DateJson> Dates, string? PublishedAt, string PublishedPrecision, string? ModifiedAt,
        string? ImageUrl, string? Caption, string? CanonicalUrl, IReadOnlyList<string> NextPages, string? Language, string? Rejection)
    {
        public static PageJson Of(string file, ExtractedArticle article, string? url) => new(
            file, url, article.Title, article.TitleDerived, article.Body, article.Author, TagJson.Dates(article.Dates), TagJson.Time(article.PublishedAt, article.ZoneMinutes), TagJson.Name(article.PublishedPrecision),
            TagJson.Time(article.ModifiedAt, article.ZoneMinutes), article.ImageUrl, article.Caption, article.CanonicalUrl, article.NextPages, article.Language, article.Rejection is { } reason ? TagJson.Name(reason) : null);
    }
}
