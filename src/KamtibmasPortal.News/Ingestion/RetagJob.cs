using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.News.Ingestion;

/// <summary>What changes for one article.</summary>
public sealed record RetaggedArticle(Guid Id, string Title, RetagOutcome Outcome);

/// <summary>What a pass came to, or would come to.</summary>
public sealed record RetagTotals(int Looked, int Changed, int TagsAdded, int TagsRemoved, int Withheld);

/// <summary>
/// Tags the whole archive anew with the rules of this version. A dry run computes exactly what a real one would write; a real one can be
/// stopped at any moment and goes on from there, and can be undone.
/// </summary>
public sealed class RetagJob(IServiceScopeFactory scopes, RuleBook rules, TimeProvider clock)
{
    private const int Batch = 100;

    /// <param name="dryRun">Nothing is written.</param>
    /// <param name="changed">Told of each article that changes.</param>
    /// <param name="step">Told after each article, with the articles in all.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public async Task<RetagTotals> RunAsync(bool dryRun, Action<RetaggedArticle> changed, Action<int> step, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<RetagStore>();
        var run = dryRun ? new RetagRun { Id = Guid.Empty, StartedAt = clock.GetUtcNow().UtcDateTime } : await store.OpenAsync(cancellation);
        var total = run.Looked + await store.CountAsync(run.LastArticleId, cancellation);
        while (await store.NextAsync(run.LastArticleId, Batch, cancellation) is { Count: > 0 } articles)
        {
            cancellation.ThrowIfCancellationRequested();
            var refused = await store.RefusedAsync(articles.ConvertAll(a => a.Id), cancellation);
            var named = new List<Agency>();
            foreach (var article in articles)
            {
                var tagged = rules.Current.Tagger.Tag(StoredText.Of(article));
                named.AddRange(tagged.Agencies);
                var outcome = store.Apply(article, tagged, [.. refused[article.Id]], dryRun ? null : run.Id);
                Count(run, outcome);
                if (outcome.IsChange)
                {
                    changed(new RetaggedArticle(article.Id, article.Title, outcome));
                }

                step(total);
            }

            run.LastArticleId = articles[^1].Id;
            await SaveAsync(store, run, named, dryRun, articles.Count < Batch, cancellation);
        }

        if (!dryRun && run.FinishedAt is null)
        {
            run.FinishedAt = clock.GetUtcNow().UtcDateTime;
            await store.SaveAsync([], cancellation);
        }

        return new RetagTotals(run.Looked, run.Changed, run.TagsAdded, run.TagsRemoved, run.Withheld);
    }

    /// <summary>Undoes the newest pass; null when there is nothing to undo.</summary>
    /// <param name="step">Told after each article, with the articles in all.</param>
    /// <param name="cancellation">Stops between batches; the same call goes on from there.</param>
    public async Task<int?> UndoAsync(Action<int> step, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<RetagStore>();
        if (await store.LastAsync(cancellation) is not { } run)
        {
            return null;
        }

        var total = await store.CountChangesAsync(run.Id, cancellation);
        for (var undone = 0; ;)
        {
            cancellation.ThrowIfCancellationRequested();
            var some = await store.UndoAsync(run, Batch, cancellation);
            if (some == 0)
            {
                return undone;
            }

            undone += some;
            for (var i = 0; i < some; i++)
            {
                step(total);
            }
        }
    }

    private async Task SaveAsync(RetagStore store, RetagRun run, List<Agency> named, bool dryRun, bool isLast, CancellationToken cancellation)
    {
        if (dryRun)
        {
            store.Forget();
            return;
        }

        run.FinishedAt = isLast ? clock.GetUtcNow().UtcDateTime : null;
        await store.SaveAsync(named, cancellation);
        store.Forget(run);
    }

    private static void Count(RetagRun run, RetagOutcome outcome)
    {
        run.Looked++;
        run.Changed += outcome.IsChange ? 1 : 0;
        run.TagsAdded += outcome.Added.Count;
        run.TagsRemoved += outcome.Removed.Count;
        run.Withheld += outcome.Withheld ? 1 : 0;
    }
}
