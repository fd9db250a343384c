using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>One report with its sender, and what the redaksi does about it.</summary>
public sealed class DeskReportModel(ReportQueries reports, ReportDesk desk) : DeskPage
{
    public ReportRow Row { get; private set; } = null!;
    public string? Result { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = Addresses.ResultParameter)] string? result, CancellationToken cancellation)
    {
        if (!May(ArticleAct.HandleReports))
        {
            return Forbid();
        }

        if (await reports.FindAsync(id, cancellation) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        Result = result switch { "simpan" => Texts.ReportRoom.Saved, "hapus" => Texts.ReportRoom.ErasedNow, _ => null };
        Head = new PageHead(Texts.ReportRoom.KindOf(row.Report.Kind), Addresses.DeskReports);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] ReportState? state, [FromForm] string? answer, CancellationToken cancellation)
    {
        if (!May(ArticleAct.HandleReports))
        {
            return Forbid();
        }

        if (!ModelState.IsValid || state is not { } to || !Enum.IsDefined(to) || answer?.Length > ReaderReport.LongestAnswer)
        {
            return BadRequest();
        }

        return await desk.HandleAsync(id, to, answer, Email, cancellation) ? LocalRedirect($"{Addresses.DeskReport(id)}?{Addresses.ResultParameter}=simpan") : NotFound();
    }

    public async Task<IActionResult> OnPostEraseAsync(Guid id, CancellationToken cancellation)
    {
        if (!May(ArticleAct.HandleReports))
        {
            return Forbid();
        }

        return await desk.EraseContactAsync(id, Email, cancellation) ? LocalRedirect($"{Addresses.DeskReport(id)}?{Addresses.ResultParameter}=hapus") : NotFound();
    }
}
