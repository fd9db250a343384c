using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.News.Storage;

/// <summary>Brings the store to this version, reference data included, before anything reads it.</summary>
public static class PortalStore
{
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        // Asking costs a look at one table; migrating first compares the whole model with the last one, at every start.
        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
        {
            await db.Database.MigrateAsync(cancellation);
        }

        await ReferenceData.LoadAsync(db, cancellation);
        await services.GetRequiredService<RuleBook>().ReadAsync(cancellation);
    }
}
