using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;

namespace KamtibmasPortal.Web.Verbs;

/// <summary>Notes what a verb has done to the archive: whoever has a shell on the server stands in the audit as that.</summary>
internal static class ShellAudit
{
    public static async Task NoteAsync(this VerbRun run, string act, string subject, string? detail, CancellationToken cancellation)
    {
        var db = run.Get<PortalDbContext>();
        db.AuditEntries.Add(run.Get<AuditTrail>().Entry(AuditActs.Shell, act, subject, AuditTrail.Cut(detail)));
        await db.SaveChangesAsync(cancellation);
    }
}
