using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Sources.Feeds;
using KamtibmasPortal.News.Sources.Sitemaps;
using KamtibmasPortal.Web.Start;

namespace KamtibmasPortal.Web.Verbs;

public static class DiscoverVerb
{
    public static Command Command()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A feed (RSS, RDF, Atom, JSON Feed) or a sitemap, gzipped or not." }.AcceptExistingOnly();
        var from = new Option<string>("--base") { Description = "Web address the file came from: relative links start there.", HelpName = "ADDRESS", DefaultValueFactory = _ => "http://localhost/" };
        from.Validators.Add(result =>
        {
            if (!Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            {
                result.AddError("--base takes an http or https address.");
            }
        });
        var command = new Command("discover", "Prints the items that a feed or sitemap announces, a line of JSON each. Needs no store.") { file, from };
        command.SetAction((parsed, cancellation) => VerbRun.WithoutStoreAsync(
            (_, token) => WriteAsync(parsed.GetRequiredValue(file), new Uri(parsed.GetRequiredValue(from)), token), cancellation));
        return command;
    }

    private static async Task<int> WriteAsync(FileInfo file, Uri address, CancellationToken cancellation)
    {
        var bytes = await File.ReadAllBytesAsync(file.FullName, cancellation);
        var (items, fault) = Read(bytes, address);
        if (fault is not null)
        {
            await Console.Error.WriteLineAsync($"{file.Name}: {fault}");
            return ExitCodes.Failed;
        }

        await using var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        foreach (var item in items)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(ItemJson.Of(item), DocumentFiles.Json));
        }

        return ExitCodes.Done;
    }

    private static (IReadOnlyList<AnnouncedItem> Items, string? Fault) Read(byte[] bytes, Uri address)
    {
        var feed = new FeedReader().Read(bytes, null, address);
        if (feed.Fault is null)
        {
            return (feed.Items, null);
        }

        var map = new SitemapReader().Read(bytes, address);
        return (map.Maps.Count, map.Fault) switch
        {
            ( > 0, _) => ([.. map.Maps.Select(m => new AnnouncedItem { Url = m })], null),
            (_, null) => (map.Items, null),
            _ => ([], feed.Fault),
        };
    }

    private sealed record ItemJson(string? Url, string? Title, string? PublishedAt, string? Guid, string? Author, string? Summary, string? Content)
    {
        public static ItemJson Of(AnnouncedItem item) => new(
            item.Url, item.Title, item.PublishedAt?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture), item.FeedId, item.Author, item.Summary, item.Content);
    }
}
