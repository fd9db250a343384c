using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.News.Tagging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.News.Editing;

/// <summary>
/// Takes a change of the rules through the archive: previews it, applies it, undoes it, a step at a time. Each step is one transaction
/// that says where the job stands; cut off at any moment, whoever comes next goes on from there.
/// </summary>
public sealed class RuleJob(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    /// <summary>Both at once would only wait for each other; another process is kept off by the change's own count of steps.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Takes a change as far as the patience reaches.</summary>
    /// <param name="id">The change.</param>
    /// <param name="patience">Time after which no further step is begun.</param>
    /// <param name="cancellation">Stops between steps.</param>
    /// <returns>False when there is more to do.</returns>
    public async Task<bool> RunAsync(Guid id, TimeSpan patience, CancellationToken cancellation)
    {
        if (!await _turn.WaitAsync(TimeSpan.Zero, cancellation))
        {
            return false;
        }

        try
        {
            (RuleSet Without, RuleSet With)? rules = null;
            for (var began = clock.GetTimestamp(); ;)
            {
                cancellation.ThrowIfCancellationRequested();
                await using var scope = scopes.CreateAsyncScope();
                var store = scope.ServiceProvider.GetRequiredService<RuleStore>();
                if (await store.FindAsync(id, cancellation) is not { IsRunning: true } change)
                {
                    return true;
                }

                rules ??= await store.BothAsync(change, cancellation);
                if (!await TryStepAsync(scope.ServiceProvider, store, change, rules.Value, cancellation) || clock.GetElapsedTime(began) > patience)
                {
                    return false;
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Changes whose jobs were cut off or have still to begin, oldest first.</summary>
    public async Task<IReadOnlyList<Guid>> RunningAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().RuleChanges
            .Where(c => c.State == RuleState.Applying || c.State == RuleState.Undoing || c.State == RuleState.Draft).OrderBy(c => c.At).Select(c => c.Id).ToListAsync(cancellation);
    }

    public void Dispose() => _turn.Dispose();

    /// <returns>False when an editor or another process was first: nothing is written, and the step is taken again later.</returns>
    private static async Task<bool> TryStepAsync(IServiceProvider services, RuleStore store, RuleChange change, (RuleSet Without, RuleSet With) rules, CancellationToken cancellation)
    {
        try
        {
            await StepAsync(services, store, change, rules, cancellation);
            return true;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || services.GetRequiredService<PortalDbContext>().IsUniqueViolation(e))
        {
            return false;
        }
    }

    private static async Task StepAsync(IServiceProvider services, RuleStore store, RuleChange change, (RuleSet Without, RuleSet With) rules, CancellationToken cancellation)
    {
        change.GoOnUnder(rules.Without.Mark);
        var reach = ReachOf(change);
        var batch = ReferenceEquals(reach, RuleReach.Nothing) ? new RuleBatch([], 0, change.LastArticleId, IsEnd: true) : await store.NextAsync(change, reach, tracks: change.State is not RuleState.Draft, cancellation);
        var retag = services.GetRequiredService<RetagStore>();
        var ids = batch.Articles.ConvertAll(a => a.Id);
        var refused = await retag.RefusedAsync(ids, cancellation);
        var kept = change.State is RuleState.Undoing ? await retag.KeptAsync(change.Id, ids, cancellation) : [];
        var named = new List<Agency>();
        foreach (var article in batch.Articles)
        {
            Look(retag, change, article, [.. refused[article.Id]], kept.GetValueOrDefault(article.Id), rules, named);
        }

        change.LastArticleId = batch.Last;
        change.Looked += batch.Looked;
        change.Effect = change.Effect with { Looked = change.Looked };
        change.Step++;
        if (batch.IsEnd)
        {
            if (change.State is RuleState.Undoing)
            {
                await store.ForgetKeptAsync(change.Id, except: ids, cancellation);
            }

            change.Finish();
        }

        await store.SaveAsync(named, cancellation);
    }

    private static void Look(RetagStore retag, RuleChange change, Article article, IReadOnlyCollection<(TagKind, string)> refused, RetagChange? kept, (RuleSet Without, RuleSet With) rules, List<Agency> named)
    {
        var before = article.Tags.ToList();
        if (kept is not null && retag.TryRestore(article, kept, refused))
        {
            change.Effect = RuleImpact.Add(change.Effect, RetagStore.Compare(before, article.Tags, withheld: false), article, before);
            return;
        }

        var text = StoredText.Of(article);
        var (without, with) = (rules.Without.Tagger.Tag(text), rules.With.Tagger.Tag(text));
        if (kept is null && RuleImpact.IsSame(without, with))
        {
            return;
        }

        var tagged = change.State is RuleState.Undoing ? without : with;
        var outcome = retag.Apply(article, tagged, refused, change.State is RuleState.Applying ? change.Id : null);
        change.Effect = RuleImpact.Add(change.Effect, outcome, article, before);
        if (change.State is not RuleState.Draft)
        {
            named.AddRange(tagged.Agencies);
        }

        if (change.State is RuleState.Undoing)
        {
            change.Effect = change.Effect with { TaggedAnew = change.Effect.TaggedAnew + 1 };
        }
    }

    /// <summary>Which texts a change can touch: of a name or cue those that hold its words, of a unit any that name its kind or place.</summary>
    private static RuleReach ReachOf(RuleChange change) => change.Table switch
    {
        RuleTable.RegionAlias => RuleReach.OfName(change.Cells[0]),
        RuleTable.TopicCue => RuleReach.OfCue(change.Cells[2]),
        // A topic without cues is given to no article; its name and description change none.
        RuleTable.Topic => change.After is null || change.Before is null ? RuleReach.Everything : RuleReach.Nothing,
        RuleTable.Agency => RuleReach.Everything,
        // "Kemendagri" also makes "Mendagri" its head; "Polresta Sikawan" is also meant by "Polres Sikawan".
        RuleTable.AgencyAlias => change.Cells[1].StartsWith("ke", StringComparison.OrdinalIgnoreCase) ? RuleReach.Everything : RuleReach.OfName(change.Cells[1].Split(' ')[^1]),
        _ => RuleReach.Nothing,
    };
}
