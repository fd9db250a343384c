using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages.Editing;

/// <summary>What readers report, the longest waiting first. Senders' data are for editors only.</summary>
public sealed class ReportsModel(ReportQueries reports) : DeskPage
{
    public const string StateName = "status";
    private const int PageSize = 30;
    private const int LastPage = 10_000;

    public ReportState? State { get; private set; }
    public int PageNumber { get; private set; }
    public bool HasNext { get; private set; }
    public IReadOnlyList<ReportRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = StateName)] ReportState? state, [FromQuery(Name = Addresses.PageParameter)] int? page, CancellationToken cancellation)
    {
        if (!May(ArticleAct.HandleReports))
        {
            return Forbid();
        }

        if (!ModelState.IsValid || page is < 1 or > LastPage || (state is { } s && !Enum.IsDefined(s)))
        {
            return BadRequest();
        }

        (State, PageNumber) = (state, page ?? 1);
        var rows = await reports.ListAsync(state, PageSize + 1, (PageNumber - 1) * PageSize, cancellation);
        (Rows, HasNext) = ([.. rows.Take(PageSize)], rows.Count > PageSize);
        Head = new PageHead(Texts.ReportRoom.DeskHeading, Addresses.DeskReports);
        return Page();
    }

    public static string AddressOf(ReportState? state, int page) =>
        Addresses.DeskReports + QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal) { [StateName] = state?.ToString(), [Addresses.PageParameter] = page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null }.Where(p => p.Value is not null)).Value;
}
