using System.Net;
using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>The redaksi's pages on sources: who may do what, and what each act does.</summary>
public sealed class DeskSourcesTests(RunningPortal portal) : IClassFixture<RunningPortal>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_contributor_sees_everything_and_changes_nothing()
    {
        var source = await AddAsync("Hanya lihat");
        using var visitor = await DeskVisitor.EnterAsync(portal, EditorRoles.Contributor);

        Assert.Contains("Hanya lihat", await visitor.PageAsync("/redaksi/sumber"), StringComparison.Ordinal);
        var page = await visitor.PageAsync(Page(source));
        Assert.Contains("https://hanya-lihat.test/feed", page, StringComparison.Ordinal);
        foreach (var act in new[] { "name=\"act\"", "name=\"minutes\"", "/uji", "/hapus" })
        {
            Assert.DoesNotContain(act, page, StringComparison.Ordinal);
        }

        foreach (var (to, field, value) in new[] { (Page(source), "act", "Pause"), (Page(source) + "?handler=Interval", "minutes", "5"), (Page(source) + "/uji", "x", ""), (Page(source) + "/hapus", "name", "Hanya lihat") })
        {
            using var refused = await visitor.SendAsync(Page(source), to, (field, value));
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Client.GetAsync(Page(source) + "/hapus", Stop)).StatusCode);
        Assert.Equal((false, null), await RowsAsync(db => db.Sources.Where(s => s.Id == source).Select(s => ValueTuple.Create(s.IsPaused, s.IntervalMinutes)).SingleAsync(Stop)));
        Assert.Empty(await ActsAsync("Hanya lihat"));
    }

    [Fact]
    public async Task Removal_is_for_administrators()
    {
        var source = await AddAsync("Bukan untuk redaktur");
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);

        Assert.DoesNotContain("/hapus", await editor.PageAsync(Page(source)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.Client.GetAsync(Page(source) + "/hapus", Stop)).StatusCode);
        using var refused = await editor.SendAsync(Page(source), Page(source) + "/hapus", ("name", "Bukan untuk redaktur"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.True(await RowsAsync(db => db.Sources.AnyAsync(s => s.Id == source, Stop)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?handler=Interval")]
    [InlineData("/uji")]
    [InlineData("/hapus")]
    public async Task Strangers_are_sent_to_the_sign_in_and_forms_without_their_token_refused(string below)
    {
        var source = await AddAsync("Tanpa tanda " + below.Length);
        using var administrator = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        var fields = new Dictionary<string, string> { ["act"] = "Pause", ["minutes"] = "5", ["name"] = "Tanpa tanda " + below.Length };

        using var stranger = await portal.Client.PostAsync(Page(source) + below, new FormUrlEncodedContent(fields), Stop);
        using var without = await administrator.Client.PostAsync(Page(source) + below, new FormUrlEncodedContent(fields), Stop);

        Assert.True(stranger.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized || stranger.Headers.Location!.OriginalString.Contains("/redaksi/masuk", StringComparison.Ordinal), stranger.StatusCode.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.False(await RowsAsync(db => db.Sources.Where(s => s.Id == source).Select(s => s.IsPaused).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Every_act_does_what_it_says_and_is_audited()
    {
        var source = await AddAsync("Segala tindakan", state => state.NextDueAt = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(5));
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);

        await ActAsync(editor, source, "PollNow", "ambil");
        Assert.Null(await StateAsync(source, s => s.NextDueAt));
        await ActAsync(editor, source, "Pause", "jeda");
        Assert.True(await RowsAsync(db => db.Sources.Where(s => s.Id == source).Select(s => s.IsPaused).SingleAsync(Stop)));
        await ActAsync(editor, source, "PollNow", "batal");
        await ActAsync(editor, source, "Resume", "lanjut");
        Assert.False(await RowsAsync(db => db.Sources.Where(s => s.Id == source).Select(s => s.IsPaused).SingleAsync(Stop)));
        await ActAsync(editor, source, "StopBackfill", "batal");
        await ActAsync(editor, source, "StartBackfill", "arsip");
        Assert.Equal(BackfillState.Running, await RowsAsync(db => db.Backfills.Where(b => b.SourceId == source).Select(b => b.State).SingleAsync(Stop)));
        Assert.Contains("Sedang berjalan", await editor.PageAsync(Page(source)), StringComparison.Ordinal);
        await ActAsync(editor, source, "StopBackfill", "henti");
        Assert.Equal(BackfillState.Stopped, await RowsAsync(db => db.Backfills.Where(b => b.SourceId == source).Select(b => b.State).SingleAsync(Stop)));

        var acts = await ActsAsync("Segala tindakan");
        Assert.Equal(["source.PollNow", "source.Pause", "source.Resume", "source.StartBackfill", "source.StopBackfill"], acts.Select(a => a.Act));
        Assert.All(acts, a => Assert.Equal(editor.Email, a.Editor));
    }

    [Fact]
    public async Task An_editor_in_a_hurry_does_not_break_the_silence_a_site_asked_for()
    {
        var until = new DateTime(2199, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var source = await AddAsync("Diminta menunggu", state => (state.NextDueAt, state.BlockedUntil) = (until, until));
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);

        await ActAsync(editor, source, "PollNow", "ambil");
        await ActAsync(editor, source, "StartBackfill", "arsip");

        Assert.Equal(until, await StateAsync(source, s => s.NextDueAt));
        Assert.Contains("Situs meminta jeda sampai", await editor.PageAsync(Page(source)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pace_can_be_set_between_two_minutes_and_a_day_and_given_back()
    {
        var source = await AddAsync("Laju");
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);
        foreach (var wrong in new[] { "1", "1441", "lima", "5,5", "-3", "99999999999" })
        {
            using var refused = await editor.SendAsync(Page(source), Page(source) + "?handler=Interval", ("minutes", wrong));
            var page = await refused.Content.ReadAsStringAsync(Stop);
            Assert.Contains("bilangan bulat dari 2 sampai 1440", page, StringComparison.Ordinal);
            Assert.Contains($"value=\"{wrong}\"", page, StringComparison.Ordinal);
        }

        Assert.Empty(await ActsAsync("Laju"));
        foreach (var (typed, set) in new (string, int?)[] { ("2", 2), (" 1440 ", 1440), ("", null) })
        {
            using var saved = await editor.SendAsync(Page(source), Page(source) + "?handler=Interval", ("minutes", typed));
            Assert.Equal(Page(source) + "?hasil=selang", saved.Headers.Location!.OriginalString);
            Assert.Equal(set, await RowsAsync(db => db.Sources.Where(s => s.Id == source).Select(s => s.IntervalMinutes).SingleAsync(Stop)));
        }

        Assert.Equal(["2", "1440", "auto"], (await ActsAsync("Laju")).Select(a => a.After));
    }

    [Fact]
    public async Task A_source_goes_with_its_texts_only_when_its_name_is_typed()
    {
        var article = await portal.StoreAsync("pergi selamanya", "Polsek Tegal Timur Gelar Ronda\n\nTEGAL - Polsek Tegal Timur mengajak warga menghidupkan ronda malam, Senin (6/5/2024). Jadwal disusun bersama ketua RT.", Trust.Publish, Display.FullText);
        var source = await RowsAsync(db => db.Sources.Where(s => s.Name == "pergi selamanya").Select(s => s.Id).SingleAsync(Stop));
        using var administrator = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);
        Assert.Contains("1 berita akan dihapus", await administrator.PageAsync(Page(source) + "/hapus"), StringComparison.Ordinal);

        using var wrong = await administrator.SendAsync(Page(source) + "/hapus", Page(source) + "/hapus", ("name", "Pergi Selamanya"));
        Assert.Contains("Tidak ada yang dihapus", await wrong.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await portal.Client.GetAsync($"/artikel/{article}", Stop)).StatusCode);
        using var right = await administrator.SendAsync(Page(source) + "/hapus", Page(source) + "/hapus", ("name", "pergi selamanya"));

        Assert.Equal("/redaksi/sumber?hasil=hapus", right.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await portal.Client.GetAsync($"/artikel/{article}", Stop)).StatusCode);
        Assert.DoesNotContain("pergi selamanya", await portal.TextAsync("/sumber"), StringComparison.Ordinal);
        Assert.Equal(("source.remove", "1 articles"), (await ActsAsync("pergi selamanya")).Select(a => (a.Act, a.Detail)).Single());
    }

    [Fact]
    public async Task A_trial_shows_titles_and_evidence_and_stores_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("portal-uji-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "a.txt"), "Polres Singkawang Sita Sabu di Pasir Panjang\n\nSINGKAWANG, Senin (6/5/2024) - Polres Singkawang menyita sabu seberat dua ons di Singkawang. Seorang pengedar ditahan.\n\nBarang bukti dibawa ke markas.", Stop);
            await File.WriteAllTextAsync(Path.Combine(folder, "kosong.txt"), "", Stop);
            var source = await AddAsync("Folder uji", address: folder, kind: SourceKind.Folder);
            using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);

            using var shown = await editor.SendAsync(Page(source), Page(source) + "/uji");
            var page = WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync(Stop));

            foreach (var part in new[] { "Polres Singkawang Sita Sabu di Pasir Panjang", "menyita sabu seberat dua ons di Singkawang.", "6 Mei 2024", "Narkotika", "<q>", "Kosong.", "a.txt" })
            {
                Assert.Contains(part, page, StringComparison.Ordinal);
            }

            Assert.Equal(0, await RowsAsync(async db => await db.Articles.CountAsync(a => a.SourceId == source, Stop) + await db.SourceItems.CountAsync(i => i.SourceId == source, Stop) + await db.FetchRuns.CountAsync(r => r.SourceId == source, Stop)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_trial_of_a_private_address_says_why_it_can_not_be_read()
    {
        var source = await AddAsync("Alamat dalam", address: "http://127.0.0.1:9/feed");
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);

        using var shown = await editor.SendAsync(Page(source), Page(source) + "/uji");

        Assert.Contains("tidak berada di internet publik", await shown.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_what_is_no_act_is_refused()
    {
        var source = await AddAsync("Aneh");
        var nowhere = Page(Guid.NewGuid());
        using var administrator = await DeskVisitor.EnterAsync(portal, EditorRoles.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Client.GetAsync(nowhere, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.Client.GetAsync(nowhere + "/hapus", Stop)).StatusCode);
        foreach (var (to, fields, status) in new[]
        {
            (nowhere, ("act", "Pause"), HttpStatusCode.NotFound), (nowhere + "?handler=Interval", ("minutes", "5"), HttpStatusCode.NotFound), (nowhere + "/uji", ("x", ""), HttpStatusCode.NotFound),
            (nowhere + "/hapus", ("name", "Aneh"), HttpStatusCode.NotFound), (Page(source), ("act", "Bongkar"), HttpStatusCode.BadRequest), (Page(source), ("act", "99"), HttpStatusCode.BadRequest), (Page(source), ("x", ""), HttpStatusCode.BadRequest),
        })
        {
            using var answer = await administrator.SendAsync("/redaksi/sumber", to, fields);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Ill_sources_stand_first_and_their_runs_are_told_in_words()
    {
        var source = await AddAsync("Zz sakit", state => { }, run: run => run.Finish(run.StartedAt, FailureReason.RobotsRefused, "Disallow: /"));
        await AddAsync("Aa sehat");
        using var editor = await DeskVisitor.EnterAsync(portal, EditorRoles.Editor);

        var list = await editor.PageAsync("/redaksi/sumber");
        var page = await editor.PageAsync(Page(source));

        Assert.True(list.IndexOf("Zz sakit", StringComparison.Ordinal) < list.IndexOf("Aa sehat", StringComparison.Ordinal));
        Assert.Contains("Tidak terbaca", list, StringComparison.Ordinal);
        Assert.Contains("robots.txt situs ini melarang pembacaan", page, StringComparison.Ordinal);
        Assert.Contains("Disallow: /", page, StringComparison.Ordinal);
        Assert.Contains("Zz sakit (Broken)", await portal.TextAsync("/health/ready"), StringComparison.Ordinal);
        Assert.StartsWith("Degraded", await portal.TextAsync("/health/ready"), StringComparison.Ordinal);
    }

    private static string Page(Guid source) => $"/redaksi/sumber/{source}";

    private static async Task ActAsync(DeskVisitor visitor, Guid source, string act, string word)
    {
        using var done = await visitor.SendAsync(Page(source), Page(source), ("act", act));
        Assert.Equal($"{Page(source)}?hasil={word}", done.Headers.Location?.OriginalString);
        Assert.Contains("role=\"status\"", await visitor.PageAsync($"{Page(source)}?hasil={word}"), StringComparison.Ordinal);
    }

    private async Task<Guid> AddAsync(string name, Action<SourceState>? change = null, Action<FetchRun>? run = null, string? address = null, SourceKind kind = SourceKind.Feed)
    {
        var source = new Source { Id = Guid.CreateVersion7(), Name = name, Kind = kind, Address = address ?? $"https://{name.ToLowerInvariant().Replace(' ', '-')}.test/feed", Publisher = "Penerbit " + name };
        var state = new SourceState { SourceId = source.Id };
        change?.Invoke(state);
        return await RowsAsync(async db =>
        {
            db.AddRange(source, state);
            if (run is not null)
            {
                var told = new FetchRun { Id = Guid.CreateVersion7(), SourceId = source.Id, StartedAt = TimeProvider.System.GetUtcNow().UtcDateTime };
                run(told);
                db.Add(told);
            }

            await db.SaveChangesAsync(Stop);
            return source.Id;
        });
    }

    private Task<T> StateAsync<T>(Guid source, System.Linq.Expressions.Expression<Func<SourceState, T>> read) => RowsAsync(db => db.SourceStates.Where(s => s.SourceId == source).Select(read).SingleAsync(Stop));

    private Task<List<AuditEntry>> ActsAsync(string subject) => RowsAsync(db => db.AuditEntries.AsNoTracking().Where(a => a.Subject == subject).OrderBy(a => a.At).ToListAsync(Stop));

    private async Task<T> RowsAsync<T>(Func<PortalDbContext, Task<T>> use)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }
}
