using KamtibmasPortal.News.Ingestion;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

public sealed class DeskSourcesModel(SourceHealthQueries health, TimeProvider clock) : DeskPage
{
    /// <summary>Ill ones first, those that rest last.</summary>
    public IReadOnlyList<SourceHealth> Sources { get; private set; } = [];
    public DateTime Now { get; private set; }
    public string? Result { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = Addresses.ResultParameter)] string? result, CancellationToken cancellation)
    {
        Now = clock.GetUtcNow().UtcDateTime;
        Result = Texts.SourceRoom.Result(result);
        Sources = [.. (await health.AllAsync(cancellation)).OrderBy(h => h.Source.IsPaused).ThenBy(h => h.Signs.Count == 0).ThenBy(h => h.Signs.DefaultIfEmpty().Min())];
        Head = new PageHead(Texts.Outlets.Title, Addresses.DeskSources);
    }

    /// <summary>Why a source rests, or that it is a sample.</summary>
    public static IEnumerable<string> Notes(SourceHealth health)
    {
        if (health.Source.IsSample)
        {
            yield return Texts.SourceRoom.Sample;
        }
        else if (FolderImport.IsImport(health.Source))
        {
            yield return Texts.SourceRoom.Import;
        }

        if (health.Source.IsPaused)
        {
            yield return Texts.SourceRoom.Paused;
        }
    }

    /// <summary>When a source is read next, in words.</summary>
    public static string NextDue(SourceHealth health, DateTime now) => health switch
    {
        { State.LeaseUntil: { } until } when until > now => Texts.SourceRoom.Now,
        { Source.IsPaused: true } => Texts.SourceRoom.NotWhilePaused,
        { State.NextDueAt: { } due } when due > now => IndonesianDates.Moment(due),
        _ => Texts.SourceRoom.Soon,
    };
}
