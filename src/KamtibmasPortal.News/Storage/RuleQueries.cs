using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>Changes of the rules, for the redaksi.</summary>
public sealed class RuleQueries(PortalDbContext db)
{
    public Task<RuleChange?> FindAsync(Guid id, CancellationToken cancellation) => db.RuleChanges.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellation);

    /// <summary>Newest first; those that were put away are left out.</summary>
    public async Task<IReadOnlyList<RuleChange>> NewestAsync(int take, CancellationToken cancellation) =>
        await db.RuleChanges.AsNoTracking().Where(c => c.State != RuleState.Discarded).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(take).ToListAsync(cancellation);

    /// <summary>The change that made each row of a table what it is now, by the row's key.</summary>
    public async Task<Dictionary<string, RuleChange>> TopmostAsync(RuleTable table, CancellationToken cancellation)
    {
        var changes = await RuleBook.ActiveAsync(db, cancellation);
        return changes.Where(c => c.Table == table).GroupBy(c => c.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
    }

    /// <summary>Names of tags, by "Kind:Key"; one that has no name yet is absent.</summary>
    public async Task<Dictionary<string, string>> NamesAsync(IEnumerable<RuleSample> samples, CancellationToken cancellation)
    {
        var keys = samples.ToLookup(s => s.Kind, s => s.Key);
        List<string> regions = [.. keys[TagKind.Region].Distinct()], agencies = [.. keys[TagKind.Agency].Distinct()], topics = [.. keys[TagKind.Topic].Distinct()];
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        await db.Regions.AsNoTracking().Where(r => regions.Contains(r.Code)).ForEachAsync(r => found[$"{TagKind.Region}:{r.Code}"] = r.Name, cancellation);
        await db.Agencies.AsNoTracking().Where(a => agencies.Contains(a.Slug)).ForEachAsync(a => found[$"{TagKind.Agency}:{a.Slug}"] = a.Name, cancellation);
        await db.Topics.AsNoTracking().Where(t => topics.Contains(t.Slug)).ForEachAsync(t => found[$"{TagKind.Topic}:{t.Slug}"] = t.Name, cancellation);
        return found;
    }
}
