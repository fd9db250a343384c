using System.Security.Cryptography;
using System.Text.Json;
using KamtibmasPortal.News.Extraction;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Tagging;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>What a new look at an article's tags came to.</summary>
/// <param name="Added">Tags that were not there before, implied ones not counted.</param>
/// <param name="Removed">Tags that are no more.</param>
/// <param name="Altered">Tags whose evidence, confidence or rank changed.</param>
/// <param name="Withheld">The article turned out to be sensitive.</param>
public sealed record RetagOutcome(IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> Altered, bool Withheld)
{
    public bool IsChange => Added.Count + Removed.Count + Altered.Count > 0 || Withheld;
}

/// <summary>The writing half of a pass of the tagger: batches in the order of ids, one transaction each.</summary>
public sealed class RetagStore(PortalDbContext db, SearchIndexing index, StoryStore stories, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<int> CountAsync(Guid after, CancellationToken cancellation) => db.Articles.CountAsync(a => a.Id.CompareTo(after) > 0, cancellation);

    /// <summary>The pass that was interrupted, or a new one.</summary>
    public async Task<RetagRun> OpenAsync(CancellationToken cancellation)
    {
        if (await db.RetagRuns.FirstOrDefaultAsync(r => r.FinishedAt == null && r.UndoneAt == null, cancellation) is { } open)
        {
            return open;
        }

        var run = new RetagRun { Id = Guid.CreateVersion7(clock.GetUtcNow()), StartedAt = Now };
        db.RetagRuns.Add(run);
        await db.SaveChangesAsync(cancellation);
        return run;
    }

    /// <summary>Articles behind an id with their tags, as they are stored; they are tracked.</summary>
    public Task<List<Article>> NextAsync(Guid after, int take, CancellationToken cancellation) =>
        db.Articles.Include(a => a.Tags).Where(a => a.Id.CompareTo(after) > 0).OrderBy(a => a.Id).Take(take).AsSplitQuery().ToListAsync(cancellation);

    public async Task<ILookup<Guid, (TagKind Kind, string Key)>> RefusedAsync(IReadOnlyCollection<Guid> articleIds, CancellationToken cancellation) =>
        (await db.RefusedTags.AsNoTracking().Where(t => articleIds.Contains(t.ArticleId)).ToListAsync(cancellation)).ToLookup(t => t.ArticleId, t => (t.Kind, t.Key));

    /// <summary>Applies what the tagger says to an article that is tracked, and says what that changes.</summary>
    /// <param name="article">With its tags.</param>
    /// <param name="tagged">The same text, tagged.</param>
    /// <param name="refused">Tags that an editor said no to.</param>
    /// <param name="runId">The pass that keeps what was before; null keeps nothing.</param>
    public RetagOutcome Apply(Article article, TaggedArticle tagged, IReadOnlyCollection<(TagKind, string)> refused, Guid? runId)
    {
        var before = new RetagChange
        {
            RunId = runId ?? Guid.Empty,
            ArticleId = article.Id,
            Before = Copy(article.Tags),
            StateBefore = article.State,
            SensitiveBefore = article.IsSensitive,
            SensitiveEvidenceBefore = [.. article.SensitiveEvidence],
            Revision = article.Revision,
        };
        ArticleFilling.Judge(article, tagged, refused);
        var withheld = article is { IsSensitive: true, IsSensitiveLifted: false, State: ReviewState.Published };
        if (withheld)
        {
            article.Withhold(WaitReasons.Sensitive, Now);
        }

        article.Requeue(Now);
        var outcome = Compare(before.Before, article.Tags, withheld);
        if (outcome.IsChange || before.SensitiveBefore != article.IsSensitive)
        {
            article.Version = Guid.NewGuid();
            before.AfterSha256 = MarkOf(article.Tags);
            if (runId is not null)
            {
                db.RetagChanges.Add(before);
            }
        }

        return outcome;
    }

    /// <summary>What some passes have kept of articles, by article.</summary>
    public Task<Dictionary<Guid, RetagChange>> KeptAsync(Guid runId, IReadOnlyCollection<Guid> articleIds, CancellationToken cancellation) =>
        db.RetagChanges.Where(c => c.RunId == runId && articleIds.Contains(c.ArticleId)).ToDictionaryAsync(c => c.ArticleId, cancellation);

    /// <summary>Puts back what a pass changed of one article, and forgets it.</summary>
    /// <returns>False, with nothing put back, when the text or the machine's tags have been changed since.</returns>
    public bool TryRestore(Article article, RetagChange change, IReadOnlyCollection<(TagKind, string)> refused)
    {
        db.RetagChanges.Remove(change);
        if (article.Revision != change.Revision || MarkOf(article.Tags) != change.AfterSha256)
        {
            return false;
        }

        Restore(article, change, refused);
        return true;
    }

    /// <summary>Writes a batch and where the pass stands, or nothing of it.</summary>
    public async Task SaveAsync(IReadOnlyList<Agency> named, CancellationToken cancellation)
    {
        var slugs = named.Select(a => a.Slug).ToList();
        var known = await db.Agencies.Where(a => slugs.Contains(a.Slug)).Select(a => a.Slug).ToListAsync(cancellation);
        db.Agencies.AddRange(named.Where(a => !known.Contains(a.Slug)).DistinctBy(a => a.Slug));
        await WriteAsync(cancellation);
    }

    /// <summary>Forgets a batch; a pass that goes on is kept.</summary>
    public void Forget(RetagRun? run = null)
    {
        db.ChangeTracker.Clear();
        if (run is not null)
        {
            db.Attach(run);
        }
    }

    /// <summary>The newest pass that can be undone, or whose undoing was interrupted; null when there is none.</summary>
    public Task<RetagRun?> LastAsync(CancellationToken cancellation) =>
        db.RetagRuns.Where(r => db.RetagChanges.Any(c => c.RunId == r.Id)).OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(cancellation);

    public Task<int> CountChangesAsync(Guid runId, CancellationToken cancellation) => db.RetagChanges.CountAsync(c => c.RunId == runId, cancellation);

    /// <summary>Puts back what a pass changed, some articles at a time.</summary>
    /// <returns>How many were put back; 0 when nothing is left.</returns>
    public async Task<int> UndoAsync(RetagRun run, int take, CancellationToken cancellation)
    {
        run.UndoneAt ??= Now;
        var changes = await db.RetagChanges.Where(c => c.RunId == run.Id).OrderBy(c => c.ArticleId).Take(take).ToListAsync(cancellation);
        var ids = changes.ConvertAll(c => c.ArticleId);
        var articles = await db.Articles.Include(a => a.Tags).Where(a => ids.Contains(a.Id)).AsSplitQuery().ToDictionaryAsync(a => a.Id, cancellation);
        var refused = await RefusedAsync(ids, cancellation);
        foreach (var change in changes)
        {
            if (articles.TryGetValue(change.ArticleId, out var article))
            {
                Restore(article, change, [.. refused[article.Id]]);
            }

            db.RetagChanges.Remove(change);
        }

        await WriteAsync(cancellation);
        db.ChangeTracker.Clear();
        db.Attach(run);
        return changes.Count;
    }

    private async Task WriteAsync(CancellationToken cancellation)
    {
        using var turn = await db.WriteTurnAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var changed = db.ChangeTracker.Entries<Article>().Where(e => e.State is EntityState.Modified).Select(e => e.Entity).ToList();
        await index.SaveChangesAsync(cancellation);
        foreach (var article in changed)
        {
            await stories.PlaceAsync(article, isNew: false, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>What an editor has decided since stays; everything a machine said is as it was.</summary>
    private void Restore(Article article, RetagChange change, IReadOnlyCollection<(TagKind, string)> refused)
    {
        var own = article.Tags.Where(t => t.Origin is TagOrigin.Editor && !t.IsImplied).Select(t => (t.Kind, t.Key)).ToHashSet();
        article.Tags.RemoveAll(t => t.IsImplied || t.Origin is not TagOrigin.Editor);
        article.Tags.AddRange(Copy(change.Before.Where(t => !own.Contains((t.Kind, t.Key)) && !refused.Contains((t.Kind, t.Key)))));
        ArticleFilling.Imply(article);
        var withheld = article.IsSensitive && !change.SensitiveBefore;
        (article.IsSensitive, article.SensitiveEvidence) = (change.SensitiveBefore, [.. change.SensitiveEvidenceBefore]);
        if (change.StateBefore is ReviewState.Published && withheld)
        {
            article.Release();
        }

        article.Requeue(Now);
        article.Version = Guid.NewGuid();
    }

    /// <summary>Tells whether machines' tags are still what a pass has made of them.</summary>
    private static string MarkOf(IEnumerable<ArticleTag> tags) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        tags.Where(t => t is { Origin: not TagOrigin.Editor, IsImplied: false }).OrderBy(t => t.Kind).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => new { t.Kind, t.Key, t.IsMain, t.Origin, t.Confidence, t.Evidence }))));

    internal static RetagOutcome Compare(List<ArticleTag> before, List<ArticleTag> after, bool withheld)
    {
        var (old, now) = (Shown(before), Shown(after));
        return new RetagOutcome(
            [.. now.Keys.Except(old.Keys).Order(StringComparer.Ordinal)],
            [.. old.Keys.Except(now.Keys).Order(StringComparer.Ordinal)],
            [.. now.Keys.Intersect(old.Keys).Where(k => old[k] != now[k]).Order(StringComparer.Ordinal)],
            withheld);
    }

    private static Dictionary<string, string> Shown(List<ArticleTag> tags) =>
        tags.Where(t => !t.IsImplied).ToDictionary(t => $"{t.Kind}:{t.Key}", t => JsonSerializer.Serialize(new { t.IsMain, t.Origin, t.Confidence, t.Evidence }), StringComparer.Ordinal);

    private static List<ArticleTag> Copy(IEnumerable<ArticleTag> tags) =>
        [.. tags.Select(t => new ArticleTag { Kind = t.Kind, Key = t.Key, IsMain = t.IsMain, IsImplied = t.IsImplied, Origin = t.Origin, Confidence = t.Confidence, Evidence = [.. t.Evidence] })];
}

/// <summary>A stored text as the tagger takes it.</summary>
internal static class StoredText
{
    private const int LongestDateline = 400;

    public static ExtractedArticle Of(Article article) => new()
    {
        Title = article.TitleAsPrinted(),
        TitleDerived = article.TitleDerived,
        Body = article.Body,
        Caption = article.Caption,
        Author = article.Author,
        PublishedAt = article.PublishedAt,
        PublishedPrecision = article.PublishedPrecision,
        PublishedDay = article.PublishedDay,
        ZoneMinutes = article.ZoneMinutes,
        Dates = article.Dates,
        DatelineLength = LineReading.DatelineLength(FirstParagraph(article.Body)),
    };

    private static string FirstParagraph(string body)
    {
        var end = body.IndexOf("\n\n", StringComparison.Ordinal);
        var first = end < 0 ? body : body[..end];
        return first.Length > LongestDateline ? first[..LongestDateline] : first;
    }
}
