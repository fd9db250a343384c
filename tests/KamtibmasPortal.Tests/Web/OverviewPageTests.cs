using System.Net;
using KamtibmasPortal.News.Model;

namespace KamtibmasPortal.Tests.Web;

/// <summary>The overview in words, empty and filled.</summary>
public sealed class OverviewPageTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    [Fact]
    public async Task An_empty_portal_says_so_and_a_filled_one_shows_its_figures()
    {
        using var contributor = await DeskVisitor.EnterAsync(portal, EditorRoles.Contributor);
        var empty = await PageAsync(contributor);
        foreach (var part in new[] { "Ringkasan redaksi", "Antrean kosong.", "Belum ada sumber.", "Belum ada tanda yang dikoreksi redaksi.", "tidak ada dalam 30 hari", "Ruang kosong pada cakram folder data:" })
        {
            Assert.Contains(part, empty, StringComparison.Ordinal);
        }

        await portal.StoreAsync("ringkas", "Warga Tempel Jaga Kampung\n\nSLEMAN - Warga Tempel, Kabupaten Sleman, bersama polsek setempat menghidupkan ronda malam, Senin (6/5/2024). Regu dibagi dua putaran.", Trust.Review, Display.Excerpt);
        var filled = await PageAsync(contributor);
        foreach (var part in new[] { "1 berita menunggu keputusan", "Sumber dalam peninjauan", "1 dalam 30 hari, paling banyak 1 sehari", "1 sumber, tidak ada yang bermasalah, 1 dijeda.", "Seluruh simpanan", "aria-current=\"page\">Ringkasan" })
        {
            Assert.Contains(part, filled, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("style=", filled, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(DeskVisitor visitor) => WebUtility.HtmlDecode(await visitor.PageAsync("/redaksi/ringkasan"));
}
