using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>A report with the article it is about.</summary>
public sealed record ReportRow(ReaderReport Report, string Title, ReviewState State);

/// <summary>What readers report. For signed-in editors only: it holds personal data.</summary>
public sealed class ReportQueries(PortalDbContext db)
{
    /// <summary>Reports of a state, or all that are not settled for null; the longest waiting first.</summary>
    public async Task<IReadOnlyList<ReportRow>> ListAsync(ReportState? state, int take, int skip, CancellationToken cancellation) =>
        await Rows(db.ReaderReports.AsNoTracking().Where(r => state == null ? r.State == ReportState.New || r.State == ReportState.InProgress : r.State == state)
            .OrderBy(r => r.At).ThenBy(r => r.Id).Skip(skip).Take(take)).ToListAsync(cancellation);

    public async Task<ReportRow?> FindAsync(Guid id, CancellationToken cancellation) => await Rows(db.ReaderReports.AsNoTracking().Where(r => r.Id == id)).FirstOrDefaultAsync(cancellation);

    public async Task<IReadOnlyList<ReaderReport>> OfArticleAsync(Guid articleId, CancellationToken cancellation) =>
        await db.ReaderReports.AsNoTracking().Where(r => r.ArticleId == articleId).OrderByDescending(r => r.At).Take(50).ToListAsync(cancellation);

    public Task<int> CountOpenAsync(CancellationToken cancellation) => db.ReaderReports.CountAsync(r => r.State == ReportState.New || r.State == ReportState.InProgress, cancellation);

    private IQueryable<ReportRow> Rows(IQueryable<ReaderReport> reports) =>
        from report in reports
        join article in db.Articles.AsNoTracking() on report.ArticleId equals article.Id
        orderby report.At, report.Id
        select new ReportRow(report, article.Title, article.State);
}
