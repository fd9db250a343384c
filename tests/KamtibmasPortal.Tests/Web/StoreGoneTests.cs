using System.Net;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>A store that fails while somebody saves: told in words, with what was typed, and nothing half done.</summary>
public sealed class StoreGoneTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_typed_comes_back_and_can_be_saved_later()
    {
        var id = await portal.StoreAsync("hilang", "Warga Tempel Jaga Kampung\n\nSLEMAN - Warga Tempel, Kabupaten Sleman, bersama polsek setempat menghidupkan ronda malam, Senin (6/5/2024). Regu dibagi dua putaran.", Trust.Review, Display.FullText);
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        var version = await ReadAsync(db => db.Articles.Where(a => a.Id == id).Select(a => a.Version).SingleAsync(Stop));
        (string, string)[] fields = [("Version", version.ToString()), ("Title", "Judul yang ditulis lama"), ("Summary", "Teras yang ditulis lama."), ("Display", "FullText"), ("act", "save")];
        await ReadAsync(db => db.Database.ExecuteSqlAsync($"""ALTER TABLE "ArticleEdits" RENAME TO "Elsewhere" """, Stop));

        // The token comes from a page that does not ask the table that is gone.
        using var failed = await editor.SendAsync("/redaksi/sumber", $"/redaksi/artikel/{id}", fields);

        var page = await failed.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.StatusCode);
        Assert.Contains("Judul yang ditulis lama</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("Teras yang ditulis lama.</textarea>", page, StringComparison.Ordinal);
        Assert.Equal(version, await ReadAsync(db => db.Articles.Where(a => a.Id == id).Select(a => a.Version).SingleAsync(Stop)));

        await ReadAsync(db => db.Database.ExecuteSqlAsync($"""ALTER TABLE "Elsewhere" RENAME TO "ArticleEdits" """, Stop));
        using var saved = await editor.SendAsync("/redaksi/sumber", $"/redaksi/artikel/{id}", fields);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    private async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }
}
