namespace KamtibmasPortal.Tests.Web;

/// <summary>Wrong words and wrong settings are told in a line or two, with the exit code that scripts rely on.</summary>
public sealed class ShellTests : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("--versi")]
    [InlineData("--versi=1")]
    [InlineData("--Storag:Provider=Sqlite")]
    [InlineData("--urls")]
    [InlineData("--urls=http://127.0.0.1:0", "migrate")]
    [InlineData("bogus")]
    [InlineData("bogus", "--help")]
    [InlineData("import", ".", "--publisher", "")]
    [InlineData("import", ".", "--publisher", "   ")]
    [InlineData("import", ".", "--publisher", "Sebuah nama penerbit yang jauh lebih panjang daripada yang pernah muat di halaman mana pun")]
    [InlineData("import", ".", "--publisher", "Dua\nbaris")]
    [InlineData("extract", ".", "--url", "banana")]
    [InlineData("extract", ".", "--url", "")]
    public async Task Wrong_usage_ends_with_2_and_one_hint(params string[] words)
    {
        var answer = await _shell.RunAsync(words);

        Assert.Equal((2, ""), (answer.Code, answer.Output));
        Assert.Contains("--help", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "ASPNETCORE_URLS=http://127.0.0.1:99999")]
    [InlineData("ASPNETCORE_URLS", "ASPNETCORE_URLS=ftp://127.0.0.1:5080")]
    [InlineData("ASPNETCORE_URLS", "ASPNETCORE_URLS=http://127.0.0.1:5080/berita")]
    [InlineData("Sources__0__Region", "Sources__0__Name=A", "Sources__0__Kind=Folder", "Sources__0__Address=/srv", "Sources__0__Region=99.99")]
    [InlineData("Sources__1__Name", "Sources__0__Name=A", "Sources__0__Kind=Folder", "Sources__0__Address=/srv", "Sources__1__Name=A", "Sources__1__Kind=Folder", "Sources__1__Address=/srw")]
    public async Task A_bad_setting_ends_with_78_and_its_key(string key, params string[] settings)
    {
        var answer = await _shell.RunAsync(settings, "");

        Assert.Equal(78, answer.Code);
        Assert.Contains(key, answer.Error, StringComparison.Ordinal);
        Assert.Contains("Legal:", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("missing", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_of_the_reference_table_is_taken()
    {
        var answer = await _shell.RunAsync(["Sources__0__Name=A", "Sources__0__Kind=Folder", "Sources__0__Address=/srv", "Sources__0__Region=31.75", "ASPNETCORE_URLS=ftp://x"], "");

        Assert.DoesNotContain("Region", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("extract")]
    [InlineData("tag")]
    public async Task A_folder_without_documents_is_told(string verb)
    {
        Directory.CreateDirectory(Path.Combine(_shell.Folder, "kosong"));

        var answer = await _shell.RunAsync(verb, "kosong");

        Assert.Equal(0, answer.Code);
        Assert.Contains("no *.txt or *.html", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_has_an_account_is_refused_once_and_before_the_password()
    {
        Assert.Equal(0, (await _shell.RunAsync([], "Gerbang-kota-2026\n", "create-editor", "meja@contoh.id", "--role", "Editor")).Code);

        var again = await _shell.RunAsync([], "", "create-editor", "meja@contoh.id", "--role", "Editor");
        var wrong = await _shell.RunAsync([], "", "create-editor", "bukan alamat", "--role", "Editor");

        Assert.Equal((1, 1), (again.Code, wrong.Code));
        Assert.Equal("meja@contoh.id: an editor with this e-mail address exists already.", again.Error.Trim());
        Assert.Contains("this is no e-mail address", wrong.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("password", again.Error + wrong.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_unreachable_database_is_told_in_sentences()
    {
        var answer = await _shell.RunAsync(["Storage__Provider=Postgres", "ConnectionStrings__Portal=Host=127.0.0.1;Port=1;Database=portal;Username=portal;Timeout=3"], "", "migrate");

        Assert.Equal(1, answer.Code);
        Assert.Contains(". Check ConnectionStrings__Portal", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tags_of_a_document_stand_in_the_order_of_the_api()
    {
        await File.WriteAllTextAsync(Path.Combine(_shell.Folder, "rilis.txt"), """
            Apel Siaga Digelar di Depok

            DEPOK - Sejumlah anggota BPBD Kota Depok hadir dalam apel siaga, Senin (6/5/2024). Apel itu dipimpin Kapolres Metro Depok.

            Polres Metro Depok menyiapkan perahu karet, kata Kapolres Metro Depok. Satpol PP Kota Depok dan Kodim 0508/Depok mengirim dua regu.
            """, TestContext.Current.CancellationToken);

        using var tagged = System.Text.Json.JsonDocument.Parse((await _shell.RunAsync("tag", "rilis.txt")).Output);

        var agencies = tagged.RootElement.GetProperty("agencies").EnumerateArray().Select(a => (Slug: a.GetProperty("slug").GetString()!, Confidence: a.GetProperty("confidence").GetDouble())).ToList();
        Assert.True(agencies.Count >= 3, $"{agencies.Count} agencies");
        Assert.Equal(agencies.OrderByDescending(a => a.Confidence).ThenBy(a => a.Slug, StringComparer.Ordinal), agencies);
    }

    [Theory]
    [InlineData(true, "Portal__PublicUrl=https://berita.contoh.id")]
    [InlineData(false, "Portal__PublicUrl=https://berita.contoh.id", "Portal__KnownProxies__0=10.0.0.0/8")]
    [InlineData(false, "Portal__PublicUrl=http://berita.contoh.id")]
    public async Task A_portal_that_can_not_know_its_proxy_warns_at_start(bool warns, params string[] settings)
    {
        var said = await _shell.StartAndStopAsync(settings);

        Assert.Equal(warns, said.Contains("Portal__KnownProxies__0", StringComparison.Ordinal));
    }
}
