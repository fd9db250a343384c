using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>A source with its last poll and what came to nothing.</summary>
public sealed record DeskSourceRow(Source Source, FetchRun? Run, IReadOnlyList<SourceItem> Refused);

public sealed class DeskSourcesModel(CatalogQueries catalog) : DeskPage
{
    private const int RefusedShown = 50;

    public IReadOnlyList<DeskSourceRow> Sources { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var runs = await catalog.LastRunsAsync(cancellation);
        var rows = new List<DeskSourceRow>();
        foreach (var source in await catalog.SourcesAsync(cancellation))
        {
            rows.Add(new DeskSourceRow(source, runs.GetValueOrDefault(source.Id), await catalog.RefusedItemsAsync(source.Id, RefusedShown, cancellation)));
        }

        Sources = rows;
        Head = new PageHead(Texts.Outlets.Title, Addresses.DeskSources);
    }

    /// <summary>Every count of a run with its word.</summary>
    public static IReadOnlyList<(int Count, string Word)> Tally(FetchRun run) =>
    [
        (run.Stored, Texts.DeskRoom.Stored), (run.Revised, Texts.DeskRoom.Revised), (run.Unchanged, Texts.DeskRoom.Unchanged),
        (run.Duplicate, Texts.DeskRoom.Duplicate), (run.Rejected, Texts.DeskRoom.Rejected), (run.Failed, Texts.DeskRoom.Failed),
    ];

    /// <summary>Why an item is no article, for an editor.</summary>
    public static string Reason(SourceItem item) => item switch
    {
        { Rejection: { } rejection } => Texts.DeskRoom.ReasonOf(rejection),
        { Reason: { } reason } => Texts.DeskRoom.FailureOf(reason),
        _ => Texts.DeskRoom.DuplicateReason,
    };
}
