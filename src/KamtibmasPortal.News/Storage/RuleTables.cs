using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>The tables of the rule lab, and its way into the tables of names.</summary>
internal static class RuleTables
{
    public static void Map(ModelBuilder builder) => builder.Entity<RuleChange>(e =>
    {
        e.Property(x => x.Id).ValueGeneratedNever();
        e.Property(x => x.Key).HasMaxLength(RuleChange.LongestKey);
        e.Property(x => x.Editor).HasMaxLength(256);
        e.Property(x => x.Rules).HasMaxLength(64);
        e.Property(x => x.Before).HasConversion(PortalDbContext.Json<List<string>?>(), PortalDbContext.Same<List<string>?>());
        e.Property(x => x.After).HasConversion(PortalDbContext.Json<List<string>?>(), PortalDbContext.Same<List<string>?>());
        e.Property(x => x.Effect).HasConversion(PortalDbContext.Json<RuleEffect>(), PortalDbContext.Same<RuleEffect>());
        e.Property(x => x.Step).IsConcurrencyToken();
        e.Ignore(x => x.IsRunning);
        e.Ignore(x => x.Cells);
        e.HasIndex(x => new { x.State, x.Place });
        e.HasIndex(x => x.At);
    });

    /// <summary>Writes the name of a topic or unit as a set of rules has it; one that it lacks keeps its name and shows in no list. Saved with the caller's changes.</summary>
    public static async Task WriteAsync(PortalDbContext db, RuleSet set, RuleTable table, string key, CancellationToken cancellation)
    {
        if (table is RuleTable.Topic)
        {
            var topic = set.Topics.FirstOrDefault(t => t.Slug == key);
            await PutAsync(db, topic, await db.Topics.AsNoTracking().FirstOrDefaultAsync(t => t.Slug == key, cancellation), t => t with { IsRetired = true });
        }
        else if (table is RuleTable.Agency)
        {
            var agency = set.Rows.Find(table, key) is { } cells ? RuleSet.AgencyOf(cells) : null;
            await PutAsync(db, agency, await db.Agencies.AsNoTracking().FirstOrDefaultAsync(a => a.Slug == key, cancellation), a => a with { IsAssumed = true });
        }
    }

    private static async Task PutAsync<T>(PortalDbContext db, T? wanted, T? held, Func<T, T> retire)
        where T : class
    {
        if (wanted is not null && held is null)
        {
            await db.AddAsync(wanted);
        }
        else if ((wanted ?? held) is { } row)
        {
            db.Update(wanted ?? retire(row));
        }
    }
}
