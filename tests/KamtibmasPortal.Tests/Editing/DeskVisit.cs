using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Editing;

/// <summary>The desks of the redaksi over one store, each act in a scope of its own as one request has it.</summary>
internal sealed class DeskVisit(TestStore store)
{
    public const string Rani = "rani@contoh.id";
    public const string Tono = "tono@contoh.id";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Task<T> ArticleAsync<T>(Func<ArticleDesk, Task<T>> use) => InAsync(s => use(new ArticleDesk(Db(s), s.GetRequiredService<DeskStore>(), s.GetRequiredService<DeskQueries>(), Trail, store.Clock)));

    public Task<T> BulkAsync<T>(Func<BulkDesk, Task<T>> use) => InAsync(s => use(new BulkDesk(Db(s), s.GetRequiredService<DeskStore>(), Trail, store.Clock)));

    public Task<T> WithdrawalAsync<T>(Func<SourceWithdrawal, Task<T>> use) => InAsync(s => use(new SourceWithdrawal(Db(s), s.GetRequiredService<DeskStore>(), Trail, store.Clock)));

    public Task<T> ProposalAsync<T>(Func<ProposalDesk, Task<T>> use) => InAsync(s => use(new ProposalDesk(Db(s), s.GetRequiredService<DeskStore>(), Trail, store.Clock)));

    public Task<T> ReportAsync<T>(Func<ReportDesk, Task<T>> use) => InAsync(s => use(new ReportDesk(Db(s), Trail, store.Clock)));

    public Task<ReviewAnswer> DecideAsync(Guid id, Guid seen, ReviewDecision decision) => InAsync(s => new ReviewDesk(s.GetRequiredService<DeskStore>(), Trail).DecideAsync(id, seen, decision, Rani, Stop));

    public Task<Guid> VersionAsync(Guid id) => store.RowsAsync(db => db.Articles.Where(a => a.Id == id).Select(a => a.Version).SingleAsync(Stop));

    public Task<Article> ReadAsync(Guid id) => store.RowsAsync(db => db.Articles.AsNoTracking().Include(a => a.Tags).AsSplitQuery().SingleAsync(a => a.Id == id, Stop));

    /// <summary>An edit on the version that stands.</summary>
    public async Task<ChangeAnswer> EditAsync(Guid id, ArticleDraft draft, string editor = Rani)
    {
        var version = await VersionAsync(id);
        return await ArticleAsync(d => d.EditAsync(id, version, draft, editor, Stop));
    }

    /// <summary>Everything of an article that a bulk act or an edit may change, in one text.</summary>
    public async Task<string> WholeAsync(Guid id)
    {
        var (article, refused, entries) = (await ReadAsync(id), await store.RowsAsync(db => db.RefusedTags.Where(t => t.ArticleId == id).Select(t => $"{t.Kind}{t.Key}").ToListAsync(Stop)), await store.RowsAsync(db => db.SearchEntries.Where(e => e.ArticleId == id).Select(e => e.Tags).ToListAsync(Stop)));
        var tags = article.Tags.OrderBy(t => t.Kind).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Kind} {t.Key} {t.IsMain} {t.IsImplied} {t.Origin} {t.Confidence} {string.Join('|', t.Evidence)}");
        return $"{article.Title}\n{article.Standing}\n{string.Join('\n', tags)}\n{string.Join(' ', refused.Order(StringComparer.Ordinal))}\n{string.Join(' ', entries)}";
    }

    private AuditTrail Trail => new(store.Clock);

    private static PortalDbContext Db(IServiceProvider services) => services.GetRequiredService<PortalDbContext>();

    private async Task<T> InAsync<T>(Func<IServiceProvider, Task<T>> use)
    {
        await using var scope = store.Scope();
        return await use(scope.ServiceProvider);
    }
}
