using System.Text.Json;
using KamtibmasPortal.News.Editing;
using KamtibmasPortal.News.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Web;

/// <summary>A script learns from `verify` whether the archive is as it was written.</summary>
public sealed class VerifyVerbTests : IDisposable
{
    private const string Ground = "Perintah pengadilan nomor 12 tahun 2026";

    private readonly Shell _shell = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task An_erasure_is_told_and_a_fault_ends_with_1()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_shell.Folder, "rilis")).FullName;
        foreach (var town in new[] { "Wates", "Temon", "Kokap" })
        {
            await File.WriteAllTextAsync(Path.Combine(folder, town + ".txt"), $"Polsek {town} Tambah Patroli\n\nKULON PROGO - Polsek {town} menambah patroli malam selama sepekan, Selasa (4/3/2025).\n\nWarga {town} diminta mengunci pagar.", Stop);
        }

        var imported = await _shell.RunAsync("import", folder, "--publish");
        Assert.True(imported.Code == 0, imported.Error);
        var whole = await _shell.RunAsync("verify");
        Assert.Equal((0, ""), (whole.Code, whole.Output));
        Assert.Contains("3 entries, 0 lawful erasures, 0 faults", whole.Error, StringComparison.Ordinal);
        Assert.Contains("verify: 3 of 3", whole.Error, StringComparison.Ordinal);

        await UseStoreAsync(async services =>
        {
            var article = await services.GetRequiredService<PortalDbContext>().Articles.Where(a => a.Title.Contains("Temon")).Select(a => a.Id).SingleAsync(Stop);
            Assert.Equal(ErasureAnswer.Done, await services.GetRequiredService<ErasureDesk>().EraseAsync(article, Ground, "admin@contoh.id", Stop));
        });
        var lawful = await _shell.RunAsync("verify");
        Assert.Equal(0, lawful.Code);
        using (var line = JsonDocument.Parse(lawful.Output))
        {
            Assert.Equal(("erasure", Ground), (line.RootElement.GetProperty("kind").GetString(), line.RootElement.GetProperty("ground").GetString()));
            Assert.InRange(line.RootElement.GetProperty("at").GetDateTime(), DateTime.UnixEpoch, DateTime.MaxValue);
        }

        await UseStoreAsync(services => services.GetRequiredService<PortalDbContext>().Snapshots.Where(s => s.Packed != null).Take(1).ExecuteUpdateAsync(u => u.SetProperty(s => s.AskedAddress, "lain"), Stop));
        var broken = await _shell.RunAsync("verify");
        Assert.Equal(1, broken.Code);
        Assert.Contains("NOT whole", broken.Error, StringComparison.Ordinal);
        var kinds = broken.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("kind").GetString());
        Assert.Equal(["fault", "erasure"], kinds);
    }

    private async Task UseStoreAsync(Func<IServiceProvider, Task> use)
    {
        var connection = $"Data Source={Path.Combine(_shell.Folder, "data", "portal.db")};Pooling=False";
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddPortalStorage(StorageProvider.Sqlite, connection).AddScoped<AuditTrail>().AddScoped<ErasureDesk>().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await use(scope.ServiceProvider);
    }
}
