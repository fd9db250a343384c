using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using KamtibmasPortal.News.Fetching.Web;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Sources.Feeds;
using KamtibmasPortal.News.Sources.Sitemaps;
using KamtibmasPortal.Web.Start;

namespace KamtibmasPortal.Web.Verbs;

public static class DiscoverVerb
{
    public static Command Command()
    {
        var place = new Argument<string>("ADDRESS|FILE") { Description = "A feed (RSS, RDF, Atom, JSON Feed) or a sitemap, gzipped or not: its web address, or a file." };
        place.Validators.Add(result =>
        {
            var text = result.GetValueOrDefault<string>();
            if (WebAddress(text) is null && !File.Exists(text))
            {
                result.AddError($"'{text}' is neither an http or https address nor a file.");
            }
        });
        var from = new Option<string>("--base") { Description = "Web address a file came from: relative links start there.", HelpName = "ADDRESS", DefaultValueFactory = _ => "http://localhost/" };
        from.Validators.Add(result =>
        {
            if (WebAddress(result.GetValueOrDefault<string>()) is null)
            {
                result.AddError("--base takes an http or https address.");
            }
        });
        var command = new Command("discover", "Prints the items that a feed or sitemap announces, a line of JSON each. Needs no store.") { place, from };
        command.SetAction((parsed, cancellation) => VerbRun.WithoutStoreAsync(
            (run, token) => RunAsync(run, parsed.GetRequiredValue(place), new Uri(parsed.GetRequiredValue(from)), token), cancellation));
        return command;
    }

    private static Uri? WebAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private static async Task<int> RunAsync(VerbRun run, string place, Uri from, CancellationToken cancellation)
    {
        if (WebAddress(place) is not { } address)
        {
            return await WriteAsync(place, await File.ReadAllBytesAsync(place, cancellation), null, from);
        }

        var (result, _) = await run.Get<PoliteFetcher>().GetAsync(address, cancellation);
        if (result.Page is not { } page || (int)page.Status is < 200 or > 299)
        {
            await Console.Error.WriteLineAsync($"{place}: {(result.Page is null ? $"{result.Fault}: {result.Detail}" : $"answered {(int)result.Page.Status}")}");
            return ExitCodes.Failed;
        }

        return await WriteAsync(place, page.Bytes.ToArray(), page.Charset, page.Address);
    }

    private static async Task<int> WriteAsync(string place, byte[] bytes, string? charset, Uri address)
    {
        var (items, fault) = Read(bytes, charset, address);
        if (fault is not null)
        {
            await Console.Error.WriteLineAsync($"{place}: {fault}");
            return ExitCodes.Failed;
        }

        await using var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        foreach (var item in items)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(ItemJson.Of(item), DocumentFiles.Json));
        }

        return ExitCodes.Done;
    }

    private static (IReadOnlyList<AnnouncedItem> Items, string? Fault) Read(byte[] bytes, string? charset, Uri address)
    {
        var feed = new FeedReader().Read(bytes, charset, address);
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
