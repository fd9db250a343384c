using KamtibmasPortal.News.Model;
using KamtibmasPortal.News.Storage;
using KamtibmasPortal.Tests.Storage;
using KamtibmasPortal.Tests.Web;
using KamtibmasPortal.Web.Accounts;
using KamtibmasPortal.Web.Security;
using Microsoft.Extensions.DependencyInjection;

namespace KamtibmasPortal.Tests.Accounts;

/// <summary>Somebody must always be able to look after the accounts.</summary>
public sealed class LastAdministratorTests(Stores stores)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothStores))]
    public async Task The_last_one_is_neither_demoted_nor_closed(StorageProvider provider)
    {
        await using var store = await stores.CreateAsync(provider, Contents.Reference);
        await using var portal = new PortalOnStore(store);
        await portal.InitializeAsync();
        var ids = await CreateAsync(portal, "satu@contoh.id", "dua@contoh.id");

        Assert.Equal(AccountAnswer.Done, await DoAsync(portal, d => d.DeactivateAsync(ids[1], "satu@contoh.id", Stop)));
        Assert.Equal(AccountAnswer.LastAdministrator, await DoAsync(portal, d => d.DeactivateAsync(ids[0], "satu@contoh.id", Stop)));
        Assert.Equal(AccountAnswer.LastAdministrator, await DoAsync(portal, d => d.ChangeRoleAsync(ids[0], EditorRoles.Editor, "satu@contoh.id", Stop)));
        Assert.Equal(AccountAnswer.Done, await DoAsync(portal, d => d.ReactivateAsync(ids[1], "satu@contoh.id", Stop)));

        for (var round = 0; round < 5; round++)
        {
            var answers = await Together.RunAsync(2, i => DoAsync(portal, d => i == 0 ? d.ChangeRoleAsync(ids[1], EditorRoles.Editor, "satu@contoh.id", Stop) : d.DeactivateAsync(ids[0], "dua@contoh.id", Stop)));
            Assert.Equal([AccountAnswer.Done, AccountAnswer.LastAdministrator], answers.Order());
            await DoAsync(portal, d => d.ReactivateAsync(ids[0], "dua@contoh.id", Stop));
            await DoAsync(portal, d => d.ChangeRoleAsync(ids[1], EditorRoles.Administrator, "satu@contoh.id", Stop));
        }
    }

    private static async Task<AccountAnswer> DoAsync(RunningPortal portal, Func<AccountDesk, Task<AccountAnswer>> act)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<AccountDesk>());
    }

    private static async Task<List<string>> CreateAsync(RunningPortal portal, params string[] emails)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        foreach (var email in emails)
        {
            Assert.Empty(await scope.ServiceProvider.GetRequiredService<EditorAccounts>().CreateAsync(email, DeskVisitor.Password, EditorRoles.Administrator));
        }

        var all = await scope.ServiceProvider.GetRequiredService<AccountDesk>().AllAsync(Stop);
        return [.. emails.Select(e => all.Single(a => a.Editor.Email == e).Editor.Id)];
    }

    private sealed class PortalOnStore(TestStore store) : RunningPortal
    {
        protected override string[] MoreSettings => [$"--Storage:Provider={store.Provider}", $"--ConnectionStrings:Portal={store.ConnectionString}"];
    }
}
