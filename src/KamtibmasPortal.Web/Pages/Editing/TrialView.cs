using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Sources;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>What a source would give, in words.</summary>
/// <param name="Listing">Null when it took too long.</param>
/// <param name="Read">Items read to their text.</param>
/// <param name="Others">Items as announced.</param>
/// <param name="More">How many more there are.</param>
public sealed record TrialView(Listing? Listing, IReadOnlyList<TrialReading> Read, IReadOnlyList<TrialReading> Others, int More)
{
    private const int PagesRead = 3;
    private const int ItemsShown = 100;

    /// <summary>One request may last 20 seconds; what makes a dozen of them wait is not worth an editor's time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>There is something that could be polled.</summary>
    public bool IsUseful => Listing is { Reason: null, Items.Count: > 0 };

    /// <param name="trial">Reads and stores nothing.</param>
    /// <param name="catalog">Names of tags.</param>
    /// <param name="source">A source, stored or not.</param>
    /// <param name="clock">Dates of tomorrow are no dates.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<TrialView> TryAsync(SourceTrial trial, CatalogQueries catalog, Source source, TimeProvider clock, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            var result = await trial.RunAsync(source, PagesRead, either.Token);
            var names = await TrialNames.ReadAsync(catalog, result.Items.Select(i => i.Article).OfType<TaggedArticle>(), either.Token);
            var latest = clock.GetUtcNow().AddDays(1);
            var readings = result.Items.Take(ItemsShown).Select(i => TrialReading.Of(i, names, latest)).ToList();
            return new TrialView(result.Listing, [.. readings.Take(PagesRead)], [.. readings.Skip(PagesRead)], result.Items.Count - readings.Count);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new TrialView(null, [], [], 0);
        }
    }
}
