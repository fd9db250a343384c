using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Editing;

/// <summary>The rule lab over one store, each act in a scope of its own; one visit is one process with its own book of rules.</summary>
internal sealed class RuleVisit
{
    public const string Rani = "rani@contoh.id";

    /// <summary>One step of a job and no more.</summary>
    public static readonly TimeSpan OneStep = TimeSpan.FromTicks(-1);

    private readonly TestStore _store;
    private readonly RuleJob _job;

    public RuleVisit(TestStore store)
    {
        _store = store;
        using var scope = store.Scope();
        var scopes = scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>();
        Book = new RuleBook(scopes);
        _job = new RuleJob(scopes, store.Clock);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public RuleBook Book { get; }

    public async Task<Guid> ProposeAsync(RuleTable table, string[]? cells, string? key = null)
    {
        var id = await DeskAsync(d => d.ProposeAsync(new RuleProposal(table, key, cells, "uji"), Rani, Stop));
        return id ?? throw new InvalidOperationException(string.Join(' ', await DeskAsync(d => Task.FromResult(d.Check(new RuleProposal(table, key, cells, null)).Faults))));
    }

    /// <summary>Proposed, and its preview made.</summary>
    public async Task<RuleChange> PreviewAsync(RuleTable table, string[]? cells, string? key = null)
    {
        var id = await ProposeAsync(table, cells, key);
        Assert.True(await RunAsync(id));
        return await ReadAsync(id);
    }

    public async Task<RuleChange> ApplyAsync(Guid id)
    {
        Assert.Equal(RuleAnswer.Done, await DeskAsync(d => d.ApplyAsync(id, Rani, Stop)));
        Assert.True(await RunAsync(id));
        return await ReadAsync(id);
    }

    public async Task<RuleChange> UndoAsync(Guid id)
    {
        Assert.Equal(RuleAnswer.Done, await DeskAsync(d => d.UndoAsync(id, Rani, Stop)));
        Assert.True(await RunAsync(id));
        return await ReadAsync(id);
    }

    public Task<bool> RunAsync(Guid id, TimeSpan? patience = null) => _job.RunAsync(id, patience ?? TimeSpan.FromHours(1), Stop);

    public Task<RuleChange> ReadAsync(Guid id) => _store.RowsAsync(db => db.RuleChanges.AsNoTracking().SingleAsync(c => c.Id == id, Stop));

    public async Task<T> DeskAsync<T>(Func<RuleDesk, Task<T>> use)
    {
        await using var scope = _store.Scope();
        return await use(new RuleDesk(scope.ServiceProvider.GetRequiredService<PortalDbContext>(), Book, new AuditTrail(_store.Clock), _store.Clock));
    }

    /// <summary>An article as the portal would have stored it: tagged by the rules that hold.</summary>
    public async Task<Guid> StoreAsync(Source source, string key, string title, string body)
    {
        var text = new News.Extraction.ExtractedArticle { Title = title, Body = body };
        var result = await _store.UseAsync<ArticleStore, ItemResult>(s => s.SaveAsync(source, new ArticleOffer(key), Book.Current.Tagger.Tag(text), new SourceItem { SourceId = source.Id, Key = key }, lease: null, Stop));
        return result.ArticleId!.Value;
    }

    /// <summary>Every tag of the archive with all that is kept of it, what is shown of each article, and what is found by the index.</summary>
    public Task<string> TagsAsync() => _store.RowsAsync(async db =>
        string.Join('\n', (await db.ArticleTags.AsNoTracking().ToListAsync(Stop)).OrderBy(t => t.ArticleId).ThenBy(t => t.Kind).ThenBy(t => t.Key, StringComparer.Ordinal)
            .Select(t => $"{t.ArticleId} {t.Kind} {t.Key} {t.IsMain} {t.IsImplied} {t.Origin} {t.Confidence:R} {string.Join('|', t.Evidence)}"))
        + string.Join('\n', await db.Articles.OrderBy(a => a.Id).Select(a => $"{a.Id} {a.State} {a.IsSensitive}").ToListAsync(Stop))
        + string.Join('\n', await db.SearchEntries.OrderBy(e => e.ArticleId).Select(e => $"{e.ArticleId} {e.Tags}").ToListAsync(Stop)));

    public Task<List<string>> TagsAsync(Guid article) => _store.RowsAsync(async db =>
        (await db.ArticleTags.AsNoTracking().Where(t => t.ArticleId == article && !t.IsImplied).ToListAsync(Stop)).OrderBy(t => t.Kind).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Origin} {t.Key}").ToList());
}
