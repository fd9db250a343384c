using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.Web.Start;

namespace KamtibmasPortal.Web.Verbs;

public static class DiscoverVerb
{
    public static Command Command()
    {
        var place = new Argument<string>("ADDRESS|FILE") { Description = "A feed (RSS, RDF, Atom, JSON Feed), a sitemap, a list page or a home page: its web address, or a file." };
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
        var command = new Command("discover", "Prints the items that a feed, a sitemap or a page announces, a line of JSON each; from a home page the best of its lists is read. Needs no store.") { place, from };
        command.SetAction((parsed, cancellation) => VerbRun.WithoutStoreAsync(
            (run, token) => RunAsync(run, parsed.GetRequiredValue(place), new Uri(parsed.GetRequiredValue(from)), token), cancellation));
        return command;
    }

    private static Uri? WebAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private static async Task<int> RunAsync(VerbRun run, string place, Uri from, CancellationToken cancellation)
    {
        var (items, fault) = WebAddress(place) is { } address ? await AskAsync(run, address, cancellation) : Read(run, await File.ReadAllBytesAsync(place, cancellation), from);
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

    /// <summary>As a poll of a source of this address would read it: from a home page the best of its lists.</summary>
    private static async Task<(IReadOnlyList<AnnouncedItem> Items, string? Fault)> AskAsync(VerbRun run, Uri address, CancellationToken cancellation)
    {
        var source = new Source { Id = Guid.Empty, Name = "", Publisher = "", Kind = SourceKind.Auto, Address = address.AbsoluteUri };
        var listing = await run.Get<WebSourceReader>().ReadAsync(source, new SourceState { SourceId = source.Id }, cancellation);
        if (listing.ReadFrom is { } found)
        {
            await Console.Error.WriteLineAsync($"Read from {found} ({listing.ReadAs}).");
        }

        return ([.. listing.Items.Select(i => i.Announced!)], listing.Reason is { } reason ? $"{reason}: {listing.Fault}" : null);
    }

    private static (IReadOnlyList<AnnouncedItem> Items, string? Fault) Read(VerbRun run, byte[] bytes, Uri address)
    {
        var document = run.Get<ListDocumentReader>().Read(bytes, charset: null, address, SourceKind.Auto);
        return document.Maps.Count > 0 ? ([.. document.Maps.Select(m => new AnnouncedItem { Url = m })], null) : (document.Reading.Items, document.Reading.Fault);
    }

    private sealed record ItemJson(string? Url, string? Title, string? PublishedAt, string? Guid, string? Author, string? Summary, string? Content)
    {
        public static ItemJson Of(AnnouncedItem item) => new(
            item.Url, item.Title, item.PublishedAt?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture), item.FeedId, item.Author, item.Summary, item.Content);
    }
}
