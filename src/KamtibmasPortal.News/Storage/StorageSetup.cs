using System.Runtime.CompilerServices;
using KamtibmasPortal.News.Search;
using KamtibmasPortal.News.Storage.Postgres;
using KamtibmasPortal.News.Storage.Sqlite;
using KamtibmasPortal.News.Stories;
using KamtibmasPortal.News.Text.Words;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace KamtibmasPortal.News.Storage;

public enum StorageProvider { Sqlite, Postgres }

/// <summary>The one place that chooses between the two stores.</summary>
public static class StorageSetup
{
    /// <param name="services">The application's services.</param>
    /// <param name="provider">Which store.</param>
    /// <param name="connectionString">As that store's driver reads it.</param>
    public static IServiceCollection AddPortalStorage(this IServiceCollection services, StorageProvider provider, string connectionString)
    {
        _ = provider switch
        {
            StorageProvider.Postgres => services.AddDbContextPool<PortalDbContext, PostgresPortalDbContext>((s, o) => o.UseNpgsql(WithTimeout(connectionString)).AddInterceptors(s.GetRequiredService<TouchedMarks>())),
            _ => services.AddSingleton<SqliteWriters>().AddSingleton<SqliteReaders>().AddDbContextPool<PortalDbContext, SqlitePortalDbContext>((s, o) => o.UseSqlite(connectionString).AddInterceptors(new SqlitePragmas(), s.GetRequiredService<TouchedMarks>())),
        };
        _ = provider switch
        {
            StorageProvider.Postgres => services.AddScoped<PostgresArticleSearch>().AddScoped<IArticleSearch>(s => TagSearchOver<PostgresArticleSearch>(s)),
            _ => services.AddScoped<SqliteArticleSearch>().AddScoped<IArticleSearch>(s => TagSearchOver<SqliteArticleSearch>(s)),
        };
        services.AddSingleton<PublicChanges>();
        services.AddSingleton<TouchedMarks>();
        services.AddSingleton<TagShelf>();
        services.AddSingleton<CommonTokens>();
        services.AddSingleton<PublicShelf>();
        services.AddSingleton<StoryShelf>();
        services.AddSingleton<WordReader>();
        services.AddSingleton<ArticleIndexer>();
        services.AddSingleton<QueryCompiler>();
        services.AddSingleton<SnippetWriter>();
        services.AddSingleton<EntryShelf>();
        services.AddSingleton<RuleBook>();
        // Made of the rules that hold now: whoever keeps one longer than a request keeps old rules.
        services.AddTransient(s => s.GetRequiredService<RuleBook>().Current.Tagger);
        services.AddTransient(s => s.GetRequiredService<RuleBook>().Current.Names(s.GetRequiredService<WordReader>()));
        services.AddTransient(s => s.GetRequiredService<RuleBook>().Current.Spelling(s.GetRequiredService<WordReader>()));
        services.AddTransient<SearchQueryParser>();
        services.AddTransient(s => s.GetRequiredService<RuleBook>().Current.Places);
        services.AddTransient(s => s.GetRequiredService<RuleBook>().Current.Territories);
        services.AddScoped<SearchIndexing>();
        services.AddScoped<SearchQueries>();
        services.AddScoped<SearchSuggestions>();
        services.AddScoped<PlaceQueries>();
        services.AddScoped<TrendQueries>();
        services.AddScoped<SourceGapQueries>();
        services.AddScoped<ReindexStore>();
        services.AddSingleton<StoryProfiler>();
        services.AddSingleton<StoryMatcher>();
        services.AddScoped<StoryStore>();
        services.AddScoped<StoryQueries>();
        services.AddScoped<StoryRoom>();
        // A process that keeps no name over its restarts waits for its old leases to run out.
        services.TryAddSingleton(new WorkerName(Guid.NewGuid().ToString("N")));
        services.AddScoped<ArticleStore>();
        services.AddScoped<SourceLedger>();
        services.AddScoped<SnapshotArchive>();
        services.AddScoped<DeskStore>();
        services.AddScoped<QueueQueries>();
        services.AddScoped<DeskQueries>();
        services.AddScoped<OverviewQueries>();
        services.AddSingleton<SizeShelf>();
        services.AddScoped<CorrectionQueries>();
        services.AddScoped<ReportQueries>();
        services.AddScoped<RetagStore>();
        services.AddScoped<RuleStore>();
        services.AddScoped<RuleQueries>();
        services.AddScoped<ArchiveVerification>();
        services.AddScoped<SourceClaims>();
        services.AddScoped<SourceRemoval>();
        services.AddScoped<SourceHealthQueries>();
        services.AddSingleton<PageStatements>();
        services.AddScoped<ArticleQueries>();
        services.AddScoped<LineQueries>();
        services.AddScoped<AuditQueries>();
        services.AddScoped<HistoryQueries>();
        services.AddScoped<CatalogQueries>();
        return services;
    }

    private static TagSearch TagSearchOver<TStore>(IServiceProvider services)
        where TStore : IArticleSearch =>
        new(services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<TStore>(), services.GetRequiredService<EntryShelf>());

    /// <summary>The connection string as it is used: a process that is frozen inside a transaction must not hold its rows for ever.</summary>
    public static string WithTimeout(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        builder.Options ??= "-c idle_in_transaction_session_timeout=60000";
        return builder.ConnectionString;
    }

    /// <summary>What is wrong with a connection string, as far as can be told without connecting; null when nothing is.</summary>
    public static string? FaultOf(StorageProvider provider, string connectionString)
    {
        try
        {
            _ = provider switch
            {
                StorageProvider.Postgres => PostgresHost(connectionString),
                _ => new SqliteConnectionStringBuilder(connectionString).DataSource,
            };
            return null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return e.Message;
        }
    }

    /// <summary>Kept apart, so that a portal on the other store does not load this one's driver for it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? PostgresHost(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Host;
}
