using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.Web.Start;

/// <summary>Creates the sources that configuration names, where none of that name exists: afterwards they belong to the editors.</summary>
public sealed class ConfiguredSources(PortalDbContext db, IReadOnlyList<SourceSettings> configured, TimeProvider clock)
{
    public async Task CreateMissingAsync(CancellationToken cancellation)
    {
        if (configured.Count == 0)
        {
            return;
        }

        var known = await db.Sources.Select(s => s.Name).ToListAsync(cancellation);
        db.Sources.AddRange(configured.Where(s => !known.Contains(s.Name, StringComparer.Ordinal)).Select(NewSource));
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (db.IsUniqueViolation(e))
        {
            // Another node that starts at this moment has created them.
            db.ChangeTracker.Clear();
        }
    }

    private Source NewSource(SourceSettings settings) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        Name = settings.Name,
        Kind = settings.Kind,
        Address = settings.Address,
        Publisher = settings.Publisher,
        Trust = settings.Trust,
        Display = settings.Display,
        RegionCode = settings.Region,
        IntervalMinutes = settings.IntervalMinutes,
    };
}
