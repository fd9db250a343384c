using System.Diagnostics;

namespace KamtibmasPortal.BrowserTests;

/// <summary>The portal as an operator runs it: published, in Production, from another directory.</summary>
public sealed class PublishedFolderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_portal_starts_without_samples_and_with_its_styles()
    {
        var folder = Directory.CreateTempSubdirectory("portal-published-").FullName;
        try
        {
            using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Project(), "--no-restore", "--configuration", "Debug", "--output", folder, "--nologo", "-v", "quiet", "-nodeReuse:false"]))!;
            await publish.WaitForExitAsync(Stop);
            Assert.Equal(0, publish.ExitCode);

            await using var portal = await PortalProcess.StartAsync(Path.Combine(folder, "KamtibmasPortal.Web.dll"), "Production");
#pragma warning disable RS0030 // The ban is on the portal's own traffic; this is its visitor.
            using var client = new HttpClient { BaseAddress = new Uri(portal.Address) };
#pragma warning restore RS0030
            var home = await client.GetStringAsync("/", Stop);
            var assets = System.Text.RegularExpressions.Regex.Matches(home, "(?:href|src)=\"(/[^\"]+\\.(?:css|js|svg))\"").Select(m => m.Groups[1].Value).ToList();
            using var css = await client.GetAsync(assets.First(a => a.EndsWith(".css", StringComparison.Ordinal)), Stop);

            Assert.Contains("Belum ada berita", home, StringComparison.Ordinal);
            Assert.Contains("Sources__0__Name", home, StringComparison.Ordinal);
            Assert.Equal("text/css", css.Content.Headers.ContentType?.MediaType);
            Assert.True(assets.Count > 3);
            foreach (var asset in assets)
            {
                // A browser keeps them for good: their names change with their contents.
                using var answer = await client.GetAsync(asset, Stop);
                Assert.Contains("immutable", answer.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
            }

            Assert.False(Directory.Exists(Path.Combine(folder, "Samples")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Project()
    {
        for (var up = new DirectoryInfo(AppContext.BaseDirectory); up is not null; up = up.Parent)
        {
            var project = Path.Combine(up.FullName, "src", "KamtibmasPortal.Web", "KamtibmasPortal.Web.csproj");
            if (File.Exists(project))
            {
                return project;
            }
        }

        throw new FileNotFoundException("src/KamtibmasPortal.Web was not found above " + AppContext.BaseDirectory);
    }
}
