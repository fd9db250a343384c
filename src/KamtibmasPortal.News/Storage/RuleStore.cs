using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Tagging;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>Some articles that a job has come to.</summary>
/// <param name="Articles">Those its change can touch, with their tags.</param>
/// <param name="Looked">How many were looked at to find them.</param>
/// <param name="Last">The last of them, in the order of ids.</param>
/// <param name="IsEnd">There are none behind it.</param>
public sealed record RuleBatch(List<Article> Articles, int Looked, Guid Last, bool IsEnd);

/// <summary>What a job over the archive reads and writes: texts in the order of ids, a step at a time.</summary>
public sealed class RuleStore(PortalDbContext db, RetagStore retag)
{
    /// <summary>Texts read at once: most are only looked through.</summary>
    private const int Texts = 500;

    /// <summary>Articles tagged and written at once: others wait for the transaction.</summary>
    private const int Touched = 50;

    /// <summary>Tracked; null when there is no such change.</summary>
    public Task<RuleChange?> FindAsync(Guid id, CancellationToken cancellation) => db.RuleChanges.FirstOrDefaultAsync(c => c.Id == id, cancellation);

    /// <summary>The rules without a change, and with it as the topmost.</summary>
    public async Task<(RuleSet Without, RuleSet With)> BothAsync(RuleChange change, CancellationToken cancellation)
    {
        var others = (await RuleBook.ActiveAsync(db, cancellation)).FindAll(c => c.Id != change.Id);
        var place = change.State is RuleState.Draft ? int.MaxValue : change.Place;
        return (RuleSet.With(others), RuleSet.With([.. others.Where(c => c.Place <= place), change, .. others.Where(c => c.Place > place)]));
    }

    /// <summary>The next articles of a job; those whose tags a change of the rules has kept are among them whatever their texts hold now.</summary>
    /// <param name="change">The change.</param>
    /// <param name="reach">Which texts it can touch.</param>
    /// <param name="tracks">Whether they are to be written.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<RuleBatch> NextAsync(RuleChange change, RuleReach reach, bool tracks, CancellationToken cancellation)
    {
        var after = change.LastArticleId;
        var texts = await db.Articles.AsNoTracking().Where(a => a.Id.CompareTo(after) > 0).OrderBy(a => a.Id).Take(Texts)
            .Select(a => new { a.Id, Title = a.PrintedTitle ?? a.Title, a.Body }).ToListAsync(cancellation);
        if (texts.Count == 0)
        {
            return new RuleBatch([], 0, after, IsEnd: true);
        }

        var all = texts.ConvertAll(t => t.Id);
        var kept = change.State is RuleState.Undoing ? (await db.RetagChanges.Where(c => c.RunId == change.Id && all.Contains(c.ArticleId)).Select(c => c.ArticleId).ToListAsync(cancellation)).ToHashSet() : [];
        var wanted = new List<Guid>();
        var looked = 0;
        while (looked < texts.Count && wanted.Count < Touched)
        {
            var text = texts[looked++];
            if (kept.Contains(text.Id) || reach.Touches(text.Title, text.Body))
            {
                wanted.Add(text.Id);
            }
        }

        return new RuleBatch(await ReadAsync(wanted, tracks, cancellation), looked, texts[looked - 1].Id, looked == texts.Count && texts.Count < Texts);
    }

    /// <summary>Writes a step of a job with what it changed, or nothing of it.</summary>
    /// <exception cref="DbUpdateException">Somebody else works on the same change, or has changed one of the articles meanwhile.</exception>
    public Task SaveAsync(IReadOnlyList<Agency> named, CancellationToken cancellation) => retag.SaveAsync(named, cancellation);

    /// <summary>What was kept of articles is of no use once a change is undone.</summary>
    /// <param name="changeId">The change.</param>
    /// <param name="except">Articles of the present step, which forgets them itself.</param>
    /// <param name="cancellation">Stops the write.</param>
    public Task ForgetKeptAsync(Guid changeId, IReadOnlyCollection<Guid> except, CancellationToken cancellation) =>
        db.RetagChanges.Where(c => c.RunId == changeId && !except.Contains(c.ArticleId)).ExecuteDeleteAsync(cancellation);

    public void Forget() => db.ChangeTracker.Clear();

    private async Task<List<Article>> ReadAsync(List<Guid> ids, bool tracks, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var articles = db.Articles.Include(a => a.Tags).Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).AsSplitQuery();
        return await (tracks ? articles : articles.AsNoTracking()).ToListAsync(cancellation);
    }
}
