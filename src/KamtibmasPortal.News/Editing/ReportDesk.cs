using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;

namespace KamtibmasPortal.News.Editing;

/// <summary>A report as somebody outside the redaksi sends it.</summary>
public sealed record SentReport(ReportKind Kind, string? Text, string? Name, string? Contact);

public enum ReportAnswer { Received, NoArticle, TextLength, TooLong, NoContact }

/// <summary>Takes in what readers report, and what editors do about it. Every act of an editor is audited.</summary>
public sealed class ReportDesk(PortalDbContext db, AuditTrail trail, TimeProvider clock)
{
    /// <summary>Takes a report on an article that the public can see, or could before it was withdrawn. A reply needs somebody to answer to.</summary>
    public async Task<(ReportAnswer Answer, Guid? Id)> ReceiveAsync(Guid articleId, SentReport sent, CancellationToken cancellation)
    {
        var (text, name, contact) = (EnteredText.Lines(sent.Text), EnteredText.Line(sent.Name), EnteredText.Line(sent.Contact));
        if (text is not { Length: >= ReaderReport.Shortest and <= ReaderReport.Longest })
        {
            return (ReportAnswer.TextLength, null);
        }

        if (name?.Length > ReaderReport.LongestName || contact?.Length > ReaderReport.LongestContact)
        {
            return (ReportAnswer.TooLong, null);
        }

        if (sent.Kind is ReportKind.RightOfReply && (name is null || contact is null))
        {
            return (ReportAnswer.NoContact, null);
        }

        if (!await db.Articles.AnyAsync(a => a.Id == articleId && (a.State == ReviewState.Published || (a.State == ReviewState.Withdrawn && a.WithdrawalReason != null)), cancellation))
        {
            return (ReportAnswer.NoArticle, null);
        }

        var report = new ReaderReport { Id = Guid.CreateVersion7(clock.GetUtcNow()), ArticleId = articleId, At = clock.GetUtcNow().UtcDateTime, Kind = sent.Kind, Text = text };
        report.From(name, contact);
        db.ReaderReports.Add(report);
        await db.SaveChangesAsync(cancellation);
        return (ReportAnswer.Received, report.Id);
    }

    /// <returns>False when there is no such report.</returns>
    public Task<bool> HandleAsync(Guid id, ReportState state, string? answer, string editor, CancellationToken cancellation) =>
        ActAsync(id, DeskActs.HandleReport, editor, r => r.Handle(state, EnteredText.Lines(answer), editor, clock.GetUtcNow().UtcDateTime), cancellation);

    /// <summary>Takes away who sent it, for good.</summary>
    /// <returns>False when there is no such report.</returns>
    public Task<bool> EraseContactAsync(Guid id, string editor, CancellationToken cancellation) =>
        ActAsync(id, DeskActs.EraseContact, editor, r => r.EraseContact(clock.GetUtcNow().UtcDateTime), cancellation);

    private async Task<bool> ActAsync(Guid id, string act, string editor, Action<ReaderReport> change, CancellationToken cancellation)
    {
        if (await db.ReaderReports.FirstOrDefaultAsync(r => r.Id == id, cancellation) is not { } report)
        {
            return false;
        }

        change(report);
        db.AuditEntries.Add(trail.Entry(editor, act, id.ToString()));
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
