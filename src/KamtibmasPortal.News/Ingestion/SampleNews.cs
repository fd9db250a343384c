using System.Text.Json;
using System.Text.Json.Serialization;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>The fictional articles that a first start in Development shows. Each outlet is a folder, read once.</summary>
public sealed class SampleNews(PortalDbContext db, SourcePoll poll, TimeProvider clock)
{
    private const string Outlets = "outlets.json";

    /// <summary>Later versions of some articles, read after the first: they show what a publisher's change looks like.</summary>
    private const string Updates = "_pembaruan";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Does nothing where the folder is absent or its outlets are read; one that was interrupted is read on.</summary>
    public async Task IngestAsync(string folder, CancellationToken cancellation)
    {
        var list = Path.Combine(folder, Outlets);
        if (!File.Exists(list))
        {
            return;
        }

        foreach (var outlet in JsonSerializer.Deserialize<List<Outlet>>(await File.ReadAllTextAsync(list, cancellation), Json)!)
        {
            var source = await SourceAsync(outlet, Path.GetFullPath(Path.Combine(folder, outlet.Folder)), cancellation);
            if (await db.FetchRuns.AnyAsync(r => r.SourceId == source.Id, cancellation))
            {
                continue;
            }

            await poll.TryRunAsync(source.Id, progress: null, folder: null, cancellation);
            var updates = Path.Combine(folder, Updates, outlet.Folder);
            if (Directory.Exists(updates))
            {
                await poll.TryRunAsync(source.Id, progress: null, updates, cancellation);
            }
        }
    }

    private async Task<Source> SourceAsync(Outlet outlet, string address, CancellationToken cancellation)
    {
        if (await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Name == outlet.Name, cancellation) is { } known)
        {
            return known;
        }

        var source = new Source
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Name = outlet.Name,
            Kind = SourceKind.Folder,
            Address = address,
            Publisher = outlet.Publisher,
            Trust = outlet.Trust,
            Display = outlet.Display,
            RegionCode = outlet.Region,
            IsSample = true,
            IsPaused = true,
        };
        db.Sources.Add(source);
        await db.SaveChangesAsync(cancellation);
        return source;
    }

    private sealed record Outlet(string Folder, string Name, string Publisher, Trust Trust, Display Display, string? Region);
}
