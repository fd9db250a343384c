using KamtibmasPortal.News.Model;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Storage;

/// <summary>A public note on an article.</summary>
/// <param name="Id">The note.</param>
/// <param name="At">UTC.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="Title">Null while the article is withdrawn: its title may be what had to go.</param>
/// <param name="Publisher">The outlet.</param>
public sealed record PublicNote(Guid Id, DateTime At, CorrectionKind Kind, string Text, Guid ArticleId, string? Title, string Publisher);

/// <summary>What the public is told of an article that was withdrawn.</summary>
public sealed record Withdrawal(Guid ArticleId, DateTime At, string Reason, string Publisher);

/// <summary>All articles of a source that were withdrawn with one reason.</summary>
/// <param name="Id">The act.</param>
/// <param name="At">UTC.</param>
/// <param name="Source">The source's name then.</param>
/// <param name="Reason">Why.</param>
/// <param name="Count">Articles that it took from the public and that were not put back.</param>
/// <param name="UndoneAt">When it was taken back; null while it holds.</param>
public sealed record WithdrawnSource(Guid Id, DateTime At, string Source, string Reason, int Count, DateTime? UndoneAt);

/// <summary>Corrections, replies and withdrawals as the public may see them.</summary>
public sealed class CorrectionQueries(PortalDbContext db, ArticleQueries articles)
{
    /// <summary>Notes on a published article, newest first.</summary>
    public async Task<IReadOnlyList<PublicNote>> OfArticleAsync(Guid articleId, CancellationToken cancellation) =>
        await (from note in db.Corrections.AsNoTracking()
               where note.ArticleId == articleId && note.Kind != CorrectionKind.Withdrawal
               join article in articles.Published() on note.ArticleId equals article.Id
               orderby note.At descending, note.Id descending
               select new PublicNote(note.Id, note.At, note.Kind, note.Text, article.Id, article.Title, article.Publisher)).ToListAsync(cancellation);

    /// <summary>The log, newest first. Of a withdrawn article only the withdrawal is told.</summary>
    /// <param name="take">No more than these.</param>
    /// <param name="skip">So many newer ones are left out.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<IReadOnlyList<PublicNote>> LogAsync(int take, int skip, CancellationToken cancellation) =>
        await (from note in db.Corrections.AsNoTracking()
               join article in db.Articles.AsNoTracking() on note.ArticleId equals article.Id
               where article.State == ReviewState.Published || (article.State == ReviewState.Withdrawn && note.Kind == CorrectionKind.Withdrawal)
               orderby note.At descending, note.Id descending
               select new PublicNote(note.Id, note.At, note.Kind, note.Text, article.Id, article.State == ReviewState.Published ? article.Title : null, article.Publisher))
            .Skip(skip).Take(take).ToListAsync(cancellation);

    /// <summary>Whole sources that were withdrawn, newest first; told once, not article by article.</summary>
    public async Task<IReadOnlyList<WithdrawnSource>> SourcesAsync(int take, CancellationToken cancellation) =>
        await db.BulkActs.AsNoTracking().Where(b => b.Kind == BulkKind.Withdraw && b.SourceName != null && b.Reason != null).OrderByDescending(b => b.At).Take(take)
            .Select(b => new WithdrawnSource(b.Id, b.At, b.SourceName!, b.Reason!, db.BulkChanges.Count(c => c.ActId == b.Id && c.UndoneAt == null), b.UndoneAt)).ToListAsync(cancellation);

    /// <summary>Null unless the article is withdrawn with a reason for the public.</summary>
    public async Task<Withdrawal?> WithdrawalAsync(Guid articleId, CancellationToken cancellation) =>
        await db.Articles.AsNoTracking().Where(a => a.Id == articleId && a.State == ReviewState.Withdrawn && a.WithdrawalReason != null && a.WithdrawnAt != null)
            .Select(a => new Withdrawal(a.Id, a.WithdrawnAt!.Value, a.WithdrawalReason!, a.Publisher)).FirstOrDefaultAsync(cancellation);
}
