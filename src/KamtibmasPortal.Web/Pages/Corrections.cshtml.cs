using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Web.Reading;
using Microsoft.AspNetCore.Mvc;

namespace KamtibmasPortal.Web.Pages;

/// <summary>The public log of corrections, replies and withdrawals.</summary>
public sealed class CorrectionsModel(CorrectionQueries corrections) : PortalPage
{
    private const int PageSize = 50;
    private const int LastPage = 1000;
    private const int MostSources = 20;

    public IReadOnlyList<PublicNote> Notes { get; private set; } = [];

    /// <summary>On the first page alone.</summary>
    public IReadOnlyList<WithdrawnSource> Sources { get; private set; } = [];
    public int PageNumber { get; private set; }
    public bool HasNext { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = Addresses.PageParameter)] int? page, CancellationToken cancellation)
    {
        if (!ModelState.IsValid || page is < 1 or > LastPage)
        {
            return BadRequest();
        }

        PageNumber = page ?? 1;
        var notes = await corrections.LogAsync(PageSize + 1, (PageNumber - 1) * PageSize, cancellation);
        (Notes, HasNext) = ([.. notes.Take(PageSize)], notes.Count > PageSize);
        Sources = PageNumber == 1 ? await corrections.SourcesAsync(MostSources, cancellation) : [];
        Head = new PageHead(Texts.Corrections.Title, Addresses.Corrections) { Description = Texts.Corrections.Description, Path = AddressOf(PageNumber) };
        return Page();
    }

    public static string AddressOf(int page) => page <= 1 ? Addresses.Corrections : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Addresses.Corrections}?{Addresses.PageParameter}={page}");
}
