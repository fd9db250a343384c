using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using KamtibmasPortal.Web.Settings;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>How the redaksi stands: what waits, how sources do, what editors correct, how much comes and goes, what it takes on disk.</summary>
public sealed class OverviewModel(OverviewQueries overview, SourceHealthQueries health, SizeShelf sizes, StorageSettings storage, TimeProvider clock) : DeskPage
{
    private const int DaysShown = 30;
    private const int TagsShown = 10;

    /// <summary>How long the page waits for the first measuring of the store.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan PollPeriod = TimeSpan.FromDays(7);

    public WaitingNow Waiting { get; private set; } = new(0, null, []);
    public IReadOnlyList<DayVolume> Days { get; private set; } = [];
    public IReadOnlyList<SourceHealth> Sources { get; private set; } = [];
    public IReadOnlyDictionary<Guid, PollCount> Polls { get; private set; } = new Dictionary<Guid, PollCount>();
    public ILookup<TagKind, CorrectedTag> Corrected { get; private set; } = Array.Empty<CorrectedTag>().ToLookup(t => t.Kind);
    public MeasuredSizes? Sizes { get; private set; }

    /// <summary>Free bytes on the disk of the data directory; null where it can't be told.</summary>
    public long? Free { get; private set; }
    public DateTime Now { get; private set; }

    /// <summary>Sources that are ill and not paused, the worst first.</summary>
    public IReadOnlyList<SourceHealth> Ill => [.. Sources.Where(s => s.Signs.Count > 0 && !s.Source.IsPaused).OrderBy(s => s.Signs.Min())];

    public int Paused => Sources.Count(s => s.Source.IsPaused);

    public int AllPolls => Polls.Values.Sum(p => p.Polls);

    public int FailedPolls => Polls.Values.Sum(p => p.Failed);

    /// <summary>Sources with failed polls, those with the largest share first.</summary>
    public IReadOnlyList<(Source Source, PollCount Polls)> Failing =>
        [.. Sources.Where(s => Polls.TryGetValue(s.Source.Id, out var p) && p.Failed > 0).Select(s => (s.Source, Polls: Polls[s.Source.Id])).OrderByDescending(p => (double)p.Polls.Failed / p.Polls.Polls).ThenBy(p => p.Source.Name, StringComparer.Ordinal)];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Head = new PageHead(Texts.OverviewRoom.Heading, Addresses.Overview);
        Now = clock.GetUtcNow().UtcDateTime;
        Waiting = await overview.WaitingAsync(cancellation);
        Days = await overview.DaysAsync(DaysShown, cancellation);
        Sources = await health.AllAsync(cancellation);
        Polls = (await overview.PollsAsync(PollPeriod, cancellation)).ToDictionary(p => p.SourceId);
        Corrected = (await overview.CorrectedAsync(TagsShown, cancellation)).ToLookup(t => t.Kind);
        Sizes = await sizes.GetAsync(Patience, cancellation);
        Free = FreeBytes(storage.DataDirectory);
    }

    private static long? FreeBytes(string directory)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(directory)).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
